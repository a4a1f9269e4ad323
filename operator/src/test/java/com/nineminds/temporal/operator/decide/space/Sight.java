package com.nineminds.temporal.operator.decide.space;

/**
 * What is seen and asked for.
 *
 * @param target pods of the target
 * @param stable pods of the stable revision, if there is one
 */
public record Sight(Pods target, Pods stable, Word word, Wish wish, Hour hour) {}
