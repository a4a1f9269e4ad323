package com.nineminds.temporal.worker.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.nineminds.temporal.worker.runtime.config.LogLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON object per line on standard output. A worker that ships a {@code logback.xml} keeps its own format; the level is set either way. */
final class JsonLogging {

    private JsonLogging() {}

    static void configure(LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            if (!hasOwnFormat()) {
                context.reset();
                context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console(context));
            }
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.valueOf(level.name()));
        }
    }

    private static boolean hasOwnFormat() {
        return System.getProperty("logback.configurationFile") != null
                || JsonLogging.class.getResource("/logback.xml") != null;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        var encoder = new JsonEncoder();
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
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
