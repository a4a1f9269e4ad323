package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import java.util.Optional;

/**
 * One change and what must come of it.
 *
 * @param title what is tried, in one line
 * @param worker what is applied
 * @param expected the phase in which it must end
 * @param reason why it must be rejected; empty if it must be promoted
 */
public record Act(String title, TemporalWorker worker, Phase expected, Optional<String> reason) {
    public static Act promoted(String title, TemporalWorker worker) {
        return new Act(title, worker, Phase.Healthy, Optional.empty());
    }

    public static Act rolledBack(String title, TemporalWorker worker, String reason) {
        return new Act(title, worker, Phase.RolledBack, Optional.of(reason));
    }
}
