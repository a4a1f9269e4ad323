package com.nineminds.temporal.cluster.write;

/**
 * How a write is to be done.
 *
 * @param dryRun everything but storing
 * @param fieldManager who owns the fields that are written
 * @param force takes fields from other managers in a server-side apply
 * @param fieldValidation Strict, Warn or Ignore
 */
public record WriteOptions(boolean dryRun, String fieldManager, boolean force, String fieldValidation) {
    public static WriteOptions by(String fieldManager) {
        return new WriteOptions(false, fieldManager, false, "Ignore");
    }
}
