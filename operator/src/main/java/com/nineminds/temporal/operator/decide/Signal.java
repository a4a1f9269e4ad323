package com.nineminds.temporal.operator.decide;

/** What moves a rollout, computed once per decision from record, observation and policy. In order of precedence. */
public enum Signal {
    TARGET_CHANGED("the spec asks for another revision"),
    FATAL("a pod of the target shows evidence that cannot heal and that nothing excuses"),
    ABORT("a person aborts"),
    GATE_FAILED("a gate measured that the target is bad"),
    RESTORED("the stable revision has the full capacity again"),
    PROMOTE("a person asks for the promotion now"),
    PAUSE("spec.rollout.paused was set"),
    RESUME("the reason for the pause is gone"),
    LOST("stably available pods of the target were lost"),
    AVAILABLE("the step's pods are stably available"),
    NO_EVIDENCE("a gate cannot measure"),
    GATES_PASSED("every gate of the step passed"),
    /** Behind all that would have been in time. */
    DEADLINE("the step's deadline passed"),
    HOLD_DONE("the step was held long enough and still has its pods"),
    BAKE_DONE("the bake is over");

    private final String description;

    Signal(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
