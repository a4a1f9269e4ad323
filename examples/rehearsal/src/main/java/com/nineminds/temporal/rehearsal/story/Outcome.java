package com.nineminds.temporal.rehearsal.story;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an act.
 *
 * @param ended in words: promoted or rolled back, with the reason
 * @param detected from the change to the rejection
 * @param reaction from the first fatal evidence in a pod's status to the write that stops the revision
 * @param restored from the change to the end
 * @param fewestStable fewest ready pods of the stable revision meanwhile
 */
public record Outcome(
        String title,
        boolean asExpected,
        String ended,
        Optional<Duration> detected,
        Optional<Duration> reaction,
        Duration restored,
        int fewestStable) {}
