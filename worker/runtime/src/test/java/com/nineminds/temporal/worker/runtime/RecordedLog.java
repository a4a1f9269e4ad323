package com.nineminds.temporal.worker.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What loggers under a name say while it is open, from information on. */
record RecordedLog(Logger logger, ListAppender<ILoggingEvent> appender) implements AutoCloseable {

    static RecordedLog of(String name) {
        var recorded = new RecordedLog((Logger) LoggerFactory.getLogger(name), new ListAppender<>());
        recorded.appender.start();
        recorded.logger.addAppender(recorded.appender);
        recorded.logger.setLevel(Level.INFO);
        recorded.logger.setAdditive(false);
        return recorded;
    }

    List<String> messages() {
        return List.copyOf(appender.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(null);
        logger.setAdditive(true);
    }
}
