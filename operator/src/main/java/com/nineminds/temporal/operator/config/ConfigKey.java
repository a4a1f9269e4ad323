package com.nineminds.temporal.operator.config;

/**
 * An environment variable that the operator reads.
 *
 * @param fallback what an absent or empty variable stands for
 * @param allowed in words
 * @param description a sentence or two
 */
public record ConfigKey(String name, String fallback, String allowed, String description) {}
