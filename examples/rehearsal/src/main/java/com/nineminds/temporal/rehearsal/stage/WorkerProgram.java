package com.nineminds.temporal.rehearsal.stage;

import com.nineminds.temporal.cluster.node.image.ImageCommand;
import com.nineminds.temporal.worker.runtime.sample.SampleWorker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sample worker as the command of an image, run by this Java from this class path. */
public final class WorkerProgram {
    private WorkerProgram() {}

    /**
     * The pod's environment names a server inside its cluster, so what must differ here is set by {@code env} in front of it.
     *
     * @param overrides variables that win over the pod's
     */
    public static ImageCommand with(Map<String, String> overrides) {
        List<String> argv = new ArrayList<>(List.of("/usr/bin/env"));
        overrides.forEach((name, value) -> argv.add(name + "=" + value));
        argv.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                SampleWorker.class.getName()));
        return ImageCommand.of(argv.toArray(String[]::new));
    }
}
