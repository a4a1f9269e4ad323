package com.nineminds.temporal.deploy.gitops;

import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.story.Script;
import com.nineminds.temporal.operator.decide.world.Moment;
import com.nineminds.temporal.operator.report.Findings;
import com.nineminds.temporal.operator.report.StatusFactory;
import com.nineminds.temporal.operator.report.StatusInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A story of the operator, told by the statuses that it writes. */
record Story(String name) {
    static final long GENERATION = 7;
    private static final Path FOLDER = Path.of("..", "operator", "src", "test", "resources", "stories");
    private static final Findings INVALID = new Findings(List.of("spec.image is empty; set it."), List.of());

    static List<Story> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("in-"))
                    .sorted()
                    .map(file -> new Story(file.replaceAll("^in-|\\.yaml$", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<TemporalWorkerStatus> statuses() {
        return statuses(Findings.NONE);
    }

    /** @param findings all the time; those of an invalid spec are told besides */
    List<TemporalWorkerStatus> statuses(Findings findings) {
        List<TemporalWorkerStatus> statuses = new ArrayList<>();
        Script.read(FOLDER.resolve("in-" + name + ".yaml")).play(moment -> {
            Optional<TemporalWorkerStatus> previous =
                    statuses.isEmpty() ? Optional.empty() : Optional.of(statuses.get(statuses.size() - 1));
            TemporalWorkerStatus status = status(moment, previous, findings);
            if (previous.filter(status::equals).isEmpty()) {
                statuses.add(status);
            }
        });
        return statuses;
    }

    private static TemporalWorkerStatus status(
            Moment moment, Optional<TemporalWorkerStatus> previous, Findings findings) {
        StatusInput input = new StatusInput(
                "mail",
                GENERATION,
                previous,
                moment.decision(),
                moment.seen(),
                moment.policy(),
                Map.of(),
                moment.seen().target().isEmpty() ? INVALID : findings);
        return StatusFactory.status(input, moment.now());
    }
}
