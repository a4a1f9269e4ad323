package com.nineminds.temporal.worker.runtime.config;

/** One setting that cannot be used. {@code remedy} says what is wrong with it and what to write instead. */
public record ConfigProblem(String variable, String remedy) {}
