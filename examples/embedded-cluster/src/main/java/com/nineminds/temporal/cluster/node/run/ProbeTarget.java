package com.nineminds.temporal.cluster.node.run;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * Where the probes of one run of a container go.
 *
 * @param address of the pod
 * @param ports maps a port of the container to the one on this machine
 * @param command turns an exec probe's command into what is run on this machine
 */
public record ProbeTarget(
        Container container, String address, IntUnaryOperator ports, Function<List<String>, Launch> command) {
    /** The port on this machine for a number or the name of a container port; -1 when there is none of that name. */
    int port(IntOrString port) {
        if (port.getIntVal() != null) {
            return ports.applyAsInt(port.getIntVal());
        }
        return container.getPorts().stream()
                .filter(declared -> port.getStrVal().equals(declared.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .map(ports::applyAsInt)
                .orElse(-1);
    }
}
