package com.nineminds.temporal.worker.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nineminds.temporal.worker.tenant.stub.StubServer;
import com.nineminds.temporal.worker.tenant.stub.StubServer.Answer;
import io.temporal.failure.ApplicationFailure;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpServiceTest {

    private final StubServer server = new StubServer(request -> Answer.of(200));
    private final HttpService service = new HttpService("service", Duration.ofSeconds(15), new ErrorBodies() {});

    @AfterEach
    void stop() {
        server.close();
    }

    /** The timeout of a request alone ends with the headers of its answer. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_answer_that_begins_and_never_ends_is_given_up_in_time() {
        server.stallNextAnswer();

        ApplicationFailure failure = catchThrowableOfType(ApplicationFailure.class, this::send);

        assertThat(failure.getType()).isEqualTo("ServiceUnavailable");
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(send()).isEqualTo("{}");
    }

    private String send() {
        return service.send(HttpRequest.newBuilder(server.uri())
                .timeout(Duration.ofMillis(500))
                .build());
    }
}
