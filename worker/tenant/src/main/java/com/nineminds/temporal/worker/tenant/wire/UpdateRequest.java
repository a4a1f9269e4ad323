package com.nineminds.temporal.worker.tenant.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** The {@code update} signal. Nothing can be changed while a tenant is made, so it is only logged. */
public record UpdateRequest(String field, JsonNode value) {}
