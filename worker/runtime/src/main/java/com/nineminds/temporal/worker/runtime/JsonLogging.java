package com.nineminds.temporal.worker.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.nineminds.temporal.worker.runtime.config.LogLevel;
import com.nineminds.temporal.worker.runtime.config.Redaction;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One JSON object per line, without secrets. A worker that ships a {@code logback.xml} keeps its own format; the level is set either
 * way.
 */
final class JsonLogging {

    /** Where lines go. */
    enum Target {
        STANDARD_OUTPUT("System.out"),
        STANDARD_ERROR("System.err");

        private final String logbackName;

        Target(String logbackName) {
            this.logbackName = logbackName;
        }
    }

    private JsonLogging() {}

    static void configure(LogLevel level, Target target, Redaction secrets) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            if (!hasOwnFormat()) {
                context.reset();
                context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console(context, target, secrets));
            }
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.valueOf(level.name()));
        }
    }

    private static boolean hasOwnFormat() {
        return System.getProperty("logback.configurationFile") != null
                || JsonLogging.class.getResource("/logback.xml") != null;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, Target target, Redaction secrets) {
        var encoder = new RedactingEncoder(secrets);
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        // The message's template and arguments would repeat what the formatted message says.
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithSequenceNumber(false);
        encoder.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setTarget(target.logbackName);
        console.setEncoder(encoder);
        console.start();
        return console;
    }

    private static final class RedactingEncoder extends JsonEncoder {

        private final Redaction secrets;

        RedactingEncoder(Redaction secrets) {
            this.secrets = secrets;
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            String line = new String(super.encode(event), StandardCharsets.UTF_8);
            return secrets.apply(line).getBytes(StandardCharsets.UTF_8);
        }
    }
}
