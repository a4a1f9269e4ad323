package com.nineminds.temporal.cluster.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;

/** Changes or refuses an object before it is stored. Plug-ins run in their order, each on what the one before returned. */
@FunctionalInterface
public interface Admission {
    /**
     * Returns the object to store, the one of the request or another.
     *
     * @throws ApiException to refuse the request
     */
    ObjectNode admit(AdmissionRequest request) throws ApiException;
}
