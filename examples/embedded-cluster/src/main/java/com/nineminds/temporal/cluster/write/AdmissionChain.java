package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.admission.Admission;
import com.nineminds.temporal.cluster.admission.AdmissionRequest;
import com.nineminds.temporal.cluster.admission.AdmissionRequest.Operation;
import java.util.List;
import java.util.Optional;

/** Runs the admission plug-ins, and reads again what they changed. */
final class AdmissionChain {
    private final List<Admission> admissions;

    AdmissionChain(List<Admission> admissions) {
        this.admissions = List.copyOf(admissions);
    }

    ObjectNode admit(Operation operation, Target target, ObjectNode object, Optional<ObjectNode> old) {
        if (admissions.isEmpty()) {
            return object;
        }
        ObjectNode admitted = object;
        for (Admission admission : admissions) {
            admitted = admission.admit(
                    new AdmissionRequest(operation, target.type(), target.subresource(), admitted.deepCopy(), old));
        }
        return admitted.equals(object)
                ? object
                : target.type().form().read(admitted).object();
    }
}
