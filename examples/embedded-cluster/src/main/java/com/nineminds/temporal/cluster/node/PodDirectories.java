package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One directory per pod below a temporary one that only this user can read and that goes with the node. */
final class PodDirectories implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PodDirectories.class);

    private @Nullable Path root;

    synchronized Path of(Pod pod) {
        try {
            if (root == null) {
                root = Files.createTempDirectory("embedded-cluster-");
            }
            return Files.createDirectories(root.resolve(name(pod)));
        } catch (IOException failed) {
            throw new UncheckedIOException("no directory for a pod", failed);
        }
    }

    synchronized void delete(Pod pod) {
        if (root != null) {
            delete(root.resolve(name(pod)));
        }
    }

    @Override
    public synchronized void close() {
        if (root != null) {
            delete(root);
        }
    }

    private static String name(Pod pod) {
        var metadata = pod.getMetadata();
        return metadata.getNamespace() + "_" + metadata.getName() + "_" + metadata.getUid();
    }

    private static void delete(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException busy) {
            LOG.atDebug().setCause(busy).log("files of a pod are left behind");
        }
    }
}
