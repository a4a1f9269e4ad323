package com.nineminds.temporal.deploy.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Lets pods reach what listens on this machine's loopback address only. */
final class Forward implements AutoCloseable {
    private final ServerSocket listener;
    private final int to;

    /** @param host address of this machine that pods can reach */
    Forward(String host, int to) {
        this.to = to;
        try {
            listener = new ServerSocket();
            listener.bind(new InetSocketAddress(host, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    String host() {
        return listener.getInetAddress().getHostAddress();
    }

    int port() {
        return listener.getLocalPort();
    }

    String url() {
        return "http://" + host() + ":" + port();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket from = listener.accept();
                Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
                daemon(() -> copy(from, onward));
                daemon(() -> copy(onward, from));
            } catch (IOException e) {
                // Closed, or nobody listens: whoever connected sees the end.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either side has gone; the other is told by the end.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "forward");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
