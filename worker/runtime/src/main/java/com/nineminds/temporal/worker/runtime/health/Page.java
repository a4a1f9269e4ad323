package com.nineminds.temporal.worker.runtime.health;

/** Something else to read at the health server. */
public record Page(String contentType, String body) {}
