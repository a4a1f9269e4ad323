package com.nineminds.temporal.worker.tenant.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PepperTest {

    @Test
    void another_pepper_has_no_effect_on_a_running_worker() {
        var source = new AtomicReference<>("pepper-of-the-start");
        var pepper = new Pepper(source::get);
        String stored = new PasswordHasher(HashParameters.defaults(), pepper).hash("correct horse");

        source.set("another-pepper");

        assertThat(pepper.get()).isEqualTo("pepper-of-the-start");
        assertThat(new PasswordHasher(HashParameters.defaults(), pepper).verify("correct horse", stored))
                .isTrue();
    }
}
