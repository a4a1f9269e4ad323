package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verbs;
import java.util.List;

/** What a person asks for at this moment. */
public enum Wish {
    NOTHING(false),
    APPROVE(false, Verb.Kind.APPROVE),
    ABORT(false, Verb.Kind.ABORT),
    RETRY(false, Verb.Kind.RETRY),
    PROMOTE(false, Verb.Kind.PROMOTE),
    PAUSE(true),
    PROMOTE_WHILE_PAUSED(true, Verb.Kind.PROMOTE),
    ALL_AT_ONCE(false, Verb.Kind.values());

    private final boolean paused;
    private final List<Verb.Kind> verbs;

    Wish(boolean paused, Verb.Kind... verbs) {
        this.paused = paused;
        this.verbs = List.of(verbs);
    }

    boolean paused() {
        return paused;
    }

    Verbs verbs(String hash) {
        return new Verbs(verbs.stream().map(kind -> new Verb(kind, hash)).toList());
    }
}
