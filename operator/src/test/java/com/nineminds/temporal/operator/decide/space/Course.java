package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.Route;

/** Which way the rollout in flight goes, and how far it came. */
public enum Course {
    FIRST_STEP(Route.STEPS, 0),
    SECOND_STEP(Route.STEPS, 1),
    LAST_STEP(Route.STEPS, 2),
    FAST(Route.FAST, 0),
    CUT(Route.CUT, 0);

    private final Route route;
    private final int step;

    Course(Route route, int step) {
        this.route = route;
        this.step = step;
    }

    Route route(boolean stable) {
        return route == Route.STEPS && !stable ? Route.DIRECT : route;
    }

    boolean gated() {
        return route.gated();
    }

    int step() {
        return step;
    }
}
