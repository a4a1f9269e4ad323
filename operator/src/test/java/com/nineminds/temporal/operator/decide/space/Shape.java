package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.Scale;

/** How many pods the worker has. */
public enum Shape {
    ONE(Scale.fixed(1), 1),
    FOUR(Scale.fixed(4), 4),
    AUTOSCALED(Scale.between(2, 10), 6);

    private final Scale scale;
    private final int capacity;

    Shape(Scale scale, int capacity) {
        this.scale = scale;
        this.capacity = capacity;
    }

    Scale scale() {
        return scale;
    }

    int capacity() {
        return capacity;
    }
}
