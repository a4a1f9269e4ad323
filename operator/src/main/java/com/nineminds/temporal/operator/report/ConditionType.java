package com.nineminds.temporal.operator.report;

/** The conditions of a worker, in the order in which they are listed. All are present from the first status on. */
enum ConditionType {
    /** What the spec asks for serves, wholly and healthily. */
    Ready,
    /** Something serves with at least three quarters of the least capacity, be it the stable revision. The one to page on. */
    Available,
    /** kstatus: on the way. */
    Reconciling,
    /** kstatus: will not get there without a person. */
    Stalled,
    /** A rollout stands still because a person paused it or a gate has no evidence. */
    Paused
}
