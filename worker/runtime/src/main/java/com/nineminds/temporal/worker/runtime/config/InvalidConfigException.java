package com.nineminds.temporal.worker.runtime.config;

import java.util.List;
import java.util.stream.Collectors;

/** Every setting that cannot be used, all in one message. */
public final class InvalidConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    InvalidConfigException(List<ConfigProblem> problems) {
        super(problems.stream()
                .map(problem -> problem.variable() + " " + problem.remedy())
                .collect(Collectors.joining("; ", "the configuration cannot be used: ", "")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
