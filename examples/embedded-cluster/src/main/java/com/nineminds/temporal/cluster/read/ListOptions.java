package com.nineminds.temporal.cluster.read;

/**
 * Which part of a list, and as of when.
 *
 * @param limit objects per page; 0 for all
 * @param continuation token of the page before, empty for the first
 * @param resourceVersion empty for the latest
 * @param exact the list as of that version and no other
 */
public record ListOptions(int limit, String continuation, String resourceVersion, boolean exact) {}
