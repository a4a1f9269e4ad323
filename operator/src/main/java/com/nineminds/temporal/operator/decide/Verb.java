package com.nineminds.temporal.operator.decide;

import java.util.Locale;
import java.util.Optional;

/**
 * A one-shot annotation {@code temporal.nineminds.com/<kind>: <hash>[#<suffix>]}. The suffix makes a repeat a new token; for
 * {@link Kind#APPROVE} it is the step that is approved, counted from 1, and none means the step under way.
 */
public record Verb(Kind kind, String value) {
    private static final int LONGEST = 128;

    /** What a person can ask for. */
    public enum Kind {
        APPROVE,
        ABORT,
        RETRY,
        PROMOTE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String hash() {
        int mark = value.indexOf('#');
        return mark < 0 ? value : value.substring(0, mark);
    }

    public Optional<String> suffix() {
        int mark = value.indexOf('#');
        return mark < 0 ? Optional.empty() : Optional.of(value.substring(mark + 1));
    }

    /** What is remembered of it: the whole value, unless somebody wrote a novel. */
    public String token() {
        String remembered = value.length() <= LONGEST
                ? value
                : value.substring(0, LONGEST) + "~" + Integer.toHexString(value.hashCode());
        return kind.key() + "=" + remembered;
    }
}
