package com.nineminds.temporal.worker.tenant.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.tenant.stub.StubServer;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Request;
import com.nineminds.temporal.worker.tenant.wire.CheckoutSessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreTest {

    private static final String HEADER = "x-temporal-signature";
    private static final CheckoutSessionStatus FAILED = new CheckoutSessionStatus(
            "cs_1", CheckoutSessionStatus.Status.FAILED, Optional.of("wf-1"), Optional.of("no such plan: Größe"));

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final StubServer server = new StubServer(request -> {
        requests.add(request);
        return Answer.of(200);
    });

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_rotated_secret_is_sent_with_the_next_call() {
        var secret = new AtomicReference<>("first");
        Store store = store(secret::get, Optional.empty());
        store.update(FAILED, Instant.EPOCH);
        secret.set("second");

        store.update(FAILED, Instant.EPOCH);

        assertThat(requests)
                .extracting(request -> request.headers().get("x-internal-secret"))
                .containsExactly("first", "second");
        assertThat(requests).allSatisfy(request -> assertThat(request.headers()).doesNotContainKey(HEADER));
    }

    @Test
    void a_body_is_signed_as_it_is_sent_with_the_key_of_now() {
        var key = new AtomicReference<>("first");
        Store store = store(() -> "secret", Optional.of(key::get));
        store.update(FAILED, Instant.EPOCH);
        key.set("second");

        store.update(FAILED, Instant.EPOCH);

        assertThat(requests.get(0).headers())
                .containsEntry(
                        HEADER,
                        new BodySignature(() -> "first").of(requests.get(0).body()));
        assertThat(requests.get(1).headers())
                .containsEntry(
                        HEADER,
                        new BodySignature(() -> "second").of(requests.get(1).body()));
    }

    /** RFC 4231, test case 2. */
    @Test
    void the_signature_is_hmac_sha_256() {
        assertThat(new BodySignature(() -> "Jefe").of("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private Store store(Supplier<String> secret, Optional<Supplier<String>> key) {
        return new Store(server.uri(), secret, key);
    }
}
