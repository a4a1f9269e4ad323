package com.nineminds.temporal.cluster.node.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/** The last lines that one run of a container wrote. Thread-safe. */
public final class LogRing {
    private static final int CAPACITY = 10_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private long dropped;
    private boolean ended;

    public synchronized void add(String line) {
        if (lines.size() == CAPACITY) {
            lines.removeFirst();
            dropped++;
        }
        lines.addLast(line);
        notifyAll();
    }

    /** No further line will come. */
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The last lines, together at most {@code maxBytes} and {@code maxLines} long. */
    public synchronized String tail(int maxBytes, int maxLines) {
        StringBuilder text = new StringBuilder();
        Iterator<String> backwards = lines.descendingIterator();
        for (int count = 0; count < maxLines && backwards.hasNext(); count++) {
            text.insert(0, backwards.next() + "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, bytes.length - maxBytes);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    /**
     * Writes the last lines, all when {@code tail} is empty, and with {@code follow} those to come until the end.
     *
     * @throws IOException when the reader went away
     */
    public void write(OutputStream out, OptionalInt tail, boolean follow) throws IOException, InterruptedException {
        long next;
        synchronized (this) {
            next = dropped + Math.max(0, lines.size() - tail.orElse(lines.size()));
        }
        for (List<String> more = after(next, follow); !more.isEmpty(); more = after(next, follow)) {
            for (String line : more) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            next += more.size();
        }
    }

    /** The lines from a number on; waits for the first of them when asked to. */
    private synchronized List<String> after(long number, boolean waiting) throws InterruptedException {
        while (waiting && !ended && dropped + lines.size() <= number) {
            wait();
        }
        return lines.stream().skip(Math.max(0, number - dropped)).toList();
    }
}
