package com.nineminds.temporal.worker.tenant.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut: connections end, and new ones are refused until it is mended. */
public final class TcpProxy implements AutoCloseable {

    private final InetAddress here;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    /** @param server {@code host:port} */
    public TcpProxy(String server) {
        this(InetAddress.getLoopbackAddress(), server);
    }

    /**
     * @param here address of this machine, for those who cannot reach what listens on its loopback address only
     * @param server {@code host:port}
     */
    public TcpProxy(InetAddress here, String server) {
        this.here = here;
        int colon = server.lastIndexOf(':');
        this.host = server.substring(0, colon);
        this.port = Integer.parseInt(server.substring(colon + 1));
        this.entrance = open(0);
    }

    /** {@code host:port}, the same after it was mended. */
    public synchronized String address() {
        return here.getHostAddress() + ":" + entrance.getLocalPort();
    }

    public synchronized void cut() {
        close(entrance);
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    public synchronized void mend() {
        entrance = open(entrance.getLocalPort());
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket open(int at) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(here, at));
            inBackground(() -> accept(socket));
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept(ServerSocket from) throws IOException {
        while (true) {
            Socket inside = from.accept();
            var outside = new Socket(host, port);
            connect(from, inside, outside);
        }
    }

    private synchronized void connect(ServerSocket from, Socket inside, Socket outside) {
        sockets.add(inside);
        sockets.add(outside);
        if (from.isClosed()) {
            cut();
            return;
        }
        inBackground(() -> pump(inside, outside));
        inBackground(() -> pump(outside, inside));
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            var unused = from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @FunctionalInterface
    private interface Traffic {
        void run() throws IOException;
    }

    /** Until either side ends it. */
    private static void inBackground(Traffic traffic) {
        var thread = new Thread(
                () -> {
                    try {
                        traffic.run();
                    } catch (IOException ended) {
                        // By either side, or cut.
                        Thread.currentThread().interrupt();
                    }
                },
                "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
