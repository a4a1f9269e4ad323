package com.nineminds.temporal.operator.apply;

/** What became of one object. */
public enum Outcome {
    UNCHANGED,
    CREATED,
    UPDATED,
    /** It held something else than what was applied last: someone edited it. */
    REPAIRED,
    /** An object of this name belongs to somebody else; it was not touched. */
    FOREIGN,
    /** An object of this name belonged to a worker of this name that was deleted, and is about to go, too; it was not touched. */
    LEAVING
}
