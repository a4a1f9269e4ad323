package com.nineminds.temporal.worker.tenant.wire;

/** The first user of a tenant, its administrator. */
public record AdminUser(String firstName, String lastName, String email) {}
