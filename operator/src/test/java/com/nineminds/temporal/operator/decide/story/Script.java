package com.nineminds.temporal.operator.decide.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.nineminds.temporal.operator.decide.world.Moment;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import com.nineminds.temporal.operator.spec.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What happens in a story.
 *
 * @param about one sentence
 * @param serving revision that serves when the story begins; none for the first rollout of a worker
 * @param pods how many pods serve then; default 4
 * @param spec what differs from the defaults, see {@link Edits}
 * @param events in order of time; keys are those of {@link Events}, {@code at} is the time since the beginning
 * @param until when the story ends
 */
public record Script(
        String about,
        Optional<String> serving,
        Optional<Integer> pods,
        Optional<Map<String, Object>> spec,
        List<Map<String, Object>> events,
        String until) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()).findAndRegisterModules();
    private static final int DEFAULT_PODS = 4;

    public static Script read(Path file) {
        try {
            return YAML.readValue(file.toFile(), Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param watcher sees every decision
     * @return the timeline
     */
    public String play(Consumer<Moment> watcher) {
        Policy policy = Edits.apply(spec.orElse(Map.of()), Policy.REAL);
        World world = new World(Times.REAL, policy);
        serving.ifPresent(hash -> world.serving(hash, pods.orElse(DEFAULT_PODS)));
        world.watch(watcher);
        Timeline timeline = new Timeline(world);
        for (Map<String, Object> event : events) {
            timeline.runTo(seconds(event.get("at")));
            event.forEach((key, value) -> {
                if (!key.equals("at")) {
                    timeline.happens(key, value);
                    Events.happen(key, value, world);
                }
            });
        }
        timeline.runTo(seconds(until));
        return timeline.text();
    }

    private static long seconds(Object duration) {
        return Durations.parse(String.valueOf(duration)).toSeconds();
    }
}
