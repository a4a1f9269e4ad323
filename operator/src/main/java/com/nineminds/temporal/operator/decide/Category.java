package com.nineminds.temporal.operator.decide;

/** Whose fault a reason is. Only {@link #INFRASTRUCTURE} rejections expire by themselves. */
public enum Category {
    IMAGE,
    CRASH,
    CONFIGURATION,
    NOT_READY,
    GATE,
    DEADLINE,
    INFRASTRUCTURE,
    USER,
    PROGRESS
}
