package com.nineminds.temporal.operator.decide.story;

import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Pollers;
import com.nineminds.temporal.operator.decide.world.World;
import com.nineminds.temporal.operator.spec.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What can happen in a story, by its key. */
final class Events {
    private Events() {}

    @SuppressWarnings("unchecked")
    static void happen(String key, Object value, World world) {
        String text = String.valueOf(value);
        switch (key) {
            case "apply" -> world.apply(text);
            case "invalidSpec" -> world.invalidate();
            case "edit" -> world.edit(policy -> Edits.apply((Map<String, Object>) value, policy));
            case "annotate" -> each(value, (verb, token) -> world.annotate(verb(verb), token));
            case "pods" -> each(value, (hash, health) -> world.turn(hash, Health.valueOf(health)));
            case "newPods" -> each(value, (hash, health) -> world.turnNew(hash, Health.valueOf(health)));
            case "pollers" -> each(value, (hash, word) -> world.poll(hash, Pollers.valueOf(word)));
            case "nodeLost" -> world.loseNode(text);
            case "nodeDrained" -> world.drain(text);
            case "sharedOutage" -> world.outage((Boolean) value);
            case "work" -> world.demand((Integer) value);
            case "operator" -> operator(text, world);
            case "clock" -> world.skew(skew(text));
            default -> throw new IllegalArgumentException("no such event: " + key);
        }
    }

    private static void operator(String what, World world) {
        if (what.equals("stops")) {
            world.stop();
        } else {
            world.start(UnaryOperator.identity());
        }
    }

    private static Duration skew(String text) {
        return text.startsWith("-") ? Durations.parse(text.substring(1)).negated() : Durations.parse(text);
    }

    private static Verb.Kind verb(String key) {
        return Verb.Kind.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static void each(Object map, BiConsumer<String, String> consumer) {
        ((Map<?, ?>) map).forEach((key, value) -> consumer.accept(String.valueOf(key), String.valueOf(value)));
    }
}
