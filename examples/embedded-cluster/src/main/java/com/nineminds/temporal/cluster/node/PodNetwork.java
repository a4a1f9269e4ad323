package com.nineminds.temporal.cluster.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** How the pods of a process node are told apart on the loopback interface. */
public enum PodNetwork {
    /** Every pod has an address of its own out of 127.1.0.0/16, and its processes bind to that address. */
    OWN_ADDRESS,
    /** Every pod is 127.0.0.1, and its ports are mapped to free ones: for systems with one loopback address. */
    SHARED_ADDRESS;

    /** {@link #OWN_ADDRESS} where the system lets a process bind to any loopback address, as Linux does. */
    public static PodNetwork detect() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.1.0.1"))) {
            return probe.isBound() ? OWN_ADDRESS : SHARED_ADDRESS;
        } catch (IOException refused) {
            return SHARED_ADDRESS;
        }
    }
}
