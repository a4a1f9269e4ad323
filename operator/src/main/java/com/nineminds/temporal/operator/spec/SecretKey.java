package com.nineminds.temporal.operator.spec;

/** A key of a Secret in the worker's namespace. */
public record SecretKey(String secret, String key) {}
