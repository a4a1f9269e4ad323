package com.nineminds.temporal.rehearsal.story;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an act.
 *
 * @param ended in words: promoted, or rolled back with the reason
 * @param evidence what the operator saw, in its own words; empty if nothing was rejected
 * @param detected from the change to the rejection
 * @param reaction from the first fatal evidence in a pod's status to the write that stops the revision
 * @param finished from the change to the end
 * @param serving what serves in the end: revision and pods
 * @param fewestStable fewest ready pods, meanwhile, of the revision that was stable
 */
public record Outcome(
        String title,
        boolean asExpected,
        String ended,
        String evidence,
        Optional<Duration> detected,
        Optional<Duration> reaction,
        Duration finished,
        String serving,
        int fewestStable) {}
