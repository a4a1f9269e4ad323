package com.nineminds.temporal.operator.leader;

import java.util.Optional;

/** Whether this operator is the one that works. */
public interface Leadership {
    /** Of an operator that is the only one. */
    Leadership ALWAYS = () -> true;

    /** True only while nobody else can be the leader; costs nothing, so it is asked before every write. */
    boolean held();

    /** Why this operator can neither lead nor take over at present. */
    default Optional<String> trouble() {
        return Optional.empty();
    }
}
