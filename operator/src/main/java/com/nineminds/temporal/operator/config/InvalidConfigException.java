package com.nineminds.temporal.operator.config;

import java.util.List;

/** The operator's environment cannot be used; every bad key is named. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public InvalidConfigException(List<String> problems) {
        super("invalid configuration:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One per bad key, which it begins with. */
    public List<String> problems() {
        return problems;
    }
}
