package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.gate.Frontend;

/** A namespace of a Temporal server. */
public record TemporalEndpoint(Frontend frontend, String namespace) {
    String address() {
        return frontend.address();
    }
}
