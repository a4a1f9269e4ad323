package com.nineminds.temporal.operator.temporal;

/** A namespace of a Temporal server. {@code address} is {@code host:port} of the frontend. */
public record TemporalEndpoint(String address, String namespace) {}
