package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.spec.SpecValidation;
import com.nineminds.temporal.operator.spec.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a worker that a user wrote before anything is started. */
final class WorkerFile {
    private WorkerFile() {}

    /** @throws IllegalArgumentException naming every field that is wrong and its remedy */
    static void check(TemporalWorker worker) {
        if (worker == null || worker.getSpec() == null || worker.getMetadata().getName() == null) {
            throw new IllegalArgumentException("metadata.name and spec are missing: give a whole TemporalWorker");
        }
        List<Violation> violations =
                SpecValidation.validate(worker.getMetadata().getName(), worker.getSpec());
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(
                    violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
        if (worker.getMetadata().getNamespace() == null) {
            worker.getMetadata().setNamespace("default");
        }
    }

    /** A rehearsal is about two versions of one object; empty if they are. */
    static Optional<String> differentObjects(TemporalWorker from, TemporalWorker to) {
        String old = name(from);
        String next = name(to);
        return old.equals(next)
                ? Optional.empty()
                : Optional.of("--from is " + old + " and --to is " + next
                        + ": give two versions of one object, metadata.namespace and metadata.name must be equal");
    }

    private static String name(TemporalWorker worker) {
        return worker.getMetadata().getNamespace() + "/" + worker.getMetadata().getName();
    }
}
