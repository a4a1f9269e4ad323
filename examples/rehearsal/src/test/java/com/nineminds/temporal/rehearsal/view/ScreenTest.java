package com.nineminds.temporal.rehearsal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void what_did_not_change_is_not_shown_again() {
        Screen screen = screen(false);

        screen.show(List.of("a"), START);
        screen.show(List.of("a"), START.plusSeconds(1));
        screen.show(List.of("b"), START.plusSeconds(2));

        assertThat(text()).isEqualTo("───   0.0 s\na\n───   2.0 s\nb\n");
    }

    @Test
    void a_terminal_is_redrawn_in_place_but_never_over_a_line_that_stays() {
        Screen screen = screen(true);

        screen.show(List.of("a"), START);
        screen.show(List.of("b"), START);
        screen.say("stays");
        screen.show(List.of("c"), START);

        assertThat(text()).isEqualTo("───   0.0 s\na\n\u001b[2A\u001b[J───   0.0 s\nb\nstays\n───   0.0 s\nc\n");
    }

    private Screen screen(boolean redraw) {
        return new Screen(new PrintStream(written, true, StandardCharsets.UTF_8), redraw, START);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
