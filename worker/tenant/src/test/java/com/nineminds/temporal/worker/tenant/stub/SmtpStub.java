package com.nineminds.temporal.worker.tenant.stub;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server without login in this process that can be told to refuse messages. Its refusals quote the recipient, as real ones do. */
public final class SmtpStub implements AutoCloseable {

    private static final int GOING_AWAY = 421;

    /** What is refused. */
    public enum At {
        SENDER,
        RECIPIENT,
        /** The message itself, when all of it has come. */
        DATA
    }

    private final Map<At, Deque<Integer>> refusals = new EnumMap<>(At.class);
    private final List<String> offered = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(context -> new Conversation())
            .build();

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;

    public SmtpStub() {
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** One message that gets so far is refused with this reply code; 421 closes the connection as well. */
    public synchronized void refuseNext(At at, int code) {
        refusals.computeIfAbsent(at, none -> new ArrayDeque<>()).add(code);
    }

    /** From now on nothing more is said to those whose message was accepted or refused, not even good-bye. */
    public void fallSilentAfterMessages() {
        silent = true;
    }

    /** Senders of the messages that somebody began to hand over. */
    public List<String> offered() {
        return offered;
    }

    /** Messages that were accepted, as they came. */
    public List<String> accepted() {
        return accepted;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private synchronized void meet(At at, String recipient) throws RejectException {
        Integer code = refusals.getOrDefault(at, new ArrayDeque<>()).poll();
        if (code != null) {
            String text = "<" + recipient + ">: not today";
            throw code == GOING_AWAY ? new DropConnectionException(code, text) : new RejectException(code, text);
        }
    }

    private final class Conversation implements MessageHandler {

        private String recipient = "";

        @Override
        public void from(String from) throws RejectException {
            offered.add(from);
            meet(At.SENDER, from);
        }

        @Override
        public void recipient(String to) throws RejectException {
            recipient = to;
            meet(At.RECIPIENT, to);
        }

        @Override
        public String data(InputStream message) throws RejectException, IOException {
            String text = new String(message.readAllBytes(), StandardCharsets.UTF_8);
            meet(At.DATA, recipient);
            accepted.add(text);
            return "Ok";
        }

        /** Before the next command is read. */
        @Override
        public void done() {
            if (silent) {
                Uninterruptibles.awaitUninterruptibly(closed);
            }
        }
    }
}
