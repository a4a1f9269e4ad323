package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.client.KubernetesClientException;

/** What the API server said when it refused a request. */
final class Refusals {
    private Refusals() {}

    static String message(KubernetesClientException refused) {
        String said = refused.getStatus() == null ? null : refused.getStatus().getMessage();
        String whole = refused.getMessage();
        return said != null && !said.isEmpty() ? said : whole == null ? refused.toString() : whole;
    }
}
