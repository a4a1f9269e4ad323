package com.nineminds.temporal.operator.decide.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the rules that a decision breaks, in words that are only made if it does. */
final class Rules {
    private final List<String> broken = new ArrayList<>();

    void require(boolean holds, Supplier<String> rule) {
        if (!holds) {
            broken.add(rule.get());
        }
    }

    void broken(List<String> rules) {
        broken.addAll(rules);
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}
