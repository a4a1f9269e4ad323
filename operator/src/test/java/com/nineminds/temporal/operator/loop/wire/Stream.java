package com.nineminds.temporal.operator.loop.wire;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An answer on its way from the API server to the operator; a watch stays on its way until somebody ends it. */
final class Stream {
    private static final String GONE = "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\","
            + "\"status\":\"Failure\",\"reason\":\"Expired\",\"code\":410,"
            + "\"message\":\"too old resource version\"}}\n";

    final Call call;
    private final HttpExchange exchange;
    private final CountDownLatch ended = new CountDownLatch(1);
    private AsyncBody source;
    private boolean open;

    Stream(Call call, HttpExchange exchange) {
        this.call = call;
        this.exchange = exchange;
    }

    synchronized void begin(int code, AsyncBody body) throws IOException {
        source = body;
        exchange.sendResponseHeaders(code, 0);
        exchange.getResponseBody().flush();
        open = true;
        body.done().whenComplete((done, failure) -> end());
        body.consume();
    }

    synchronized void pass(List<ByteBuffer> chunk, AsyncBody body) throws IOException {
        if (!open) {
            body.cancel();
            return;
        }
        OutputStream out = exchange.getResponseBody();
        for (ByteBuffer buffer : chunk) {
            Channels.newChannel(out).write(buffer);
        }
        out.flush();
        body.consume();
    }

    /** As a broken connection would. */
    synchronized void end() {
        open = false;
        if (source != null) {
            source.cancel();
        }
        exchange.close();
        ended.countDown();
    }

    /** As an API server that compacted its history would. */
    synchronized void expire() {
        try {
            if (open) {
                exchange.getResponseBody().write(GONE.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            // the operator is gone, which is as good an end
        }
        end();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
