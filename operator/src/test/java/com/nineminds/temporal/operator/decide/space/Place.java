package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.Route;
import com.nineminds.temporal.operator.decide.Step;
import java.util.List;

/** Which rollout of which worker is decided on. */
public record Place(Stand stand, Around around, Strategy strategy, Shape shape, Course course) {
    /** Whether such a thing can be on record. */
    boolean possible() {
        boolean twoAtATime = stand.inFlight() && around.another();
        boolean nothingToRestore = stand == Stand.ROLLING_BACK && !around.stable();
        boolean onlyPromotedIsStable = stand == Stand.PROMOTED_BEFORE && !around.stable();
        return !twoAtATime && !nothingToRestore && !onlyPromotedIsStable && possibleCourse();
    }

    private boolean possibleCourse() {
        if (!stand.inFlight()) {
            return course == Course.FIRST_STEP;
        }
        boolean hasSteps = strategy == Strategy.Progressive && around.stable();
        return (course.step() == 0 || hasSteps)
                && (course != Course.FAST || around.stable())
                && (stand != Stand.BLIND || course.gated());
    }

    Route route() {
        return course.route(around.stable());
    }

    /** Pods that the step asks of the target. */
    int wanted(List<Step> steps) {
        return steps.get(Math.min(course.step(), steps.size() - 1)).pods(shape.capacity());
    }

    /** Whether gates of the step are ahead, so that their word makes a difference. */
    boolean measured() {
        return stand.inFlight() && course.gated() && !stand.gatesBehind() && stand != Stand.ROLLING_BACK;
    }
}
