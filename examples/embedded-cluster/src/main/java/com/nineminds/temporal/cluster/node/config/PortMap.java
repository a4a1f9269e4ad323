package com.nineminds.temporal.cluster.node.config;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which port of this machine stands for a port of one pod: the same one, or a free one when pods share an address. */
public final class PortMap {
    private final boolean shared;
    private final Map<Integer, Integer> ports = new ConcurrentHashMap<>();

    private PortMap(boolean shared) {
        this.shared = shared;
    }

    /** For a pod with an address of its own. */
    public static PortMap same() {
        return new PortMap(false);
    }

    /** For a pod that shares its address with others. */
    public static PortMap free() {
        return new PortMap(true);
    }

    public int port(int containerPort) {
        return shared ? ports.computeIfAbsent(containerPort, unseen -> freePort()) : containerPort;
    }

    /** The value of a variable whose name says PORT and whose value is a declared port of the container, mapped. */
    public String rewrite(Container container, String name, String value) {
        boolean declared = shared
                && name.contains("PORT")
                && container.getPorts().stream()
                        .anyMatch(
                                port -> String.valueOf(port.getContainerPort()).equals(value));
        return declared ? String.valueOf(port(Integer.parseInt(value))) : value;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException exhausted) {
            throw new UncheckedIOException(exhausted);
        }
    }
}
