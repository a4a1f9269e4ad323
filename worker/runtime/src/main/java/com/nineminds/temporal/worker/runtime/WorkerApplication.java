package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/**
 * A worker that has settings of its own.
 *
 * @param <C> those settings
 */
public interface WorkerApplication<C> {

    /** Settings that apply where neither the environment nor {@code CONFIG_DIR} has them. */
    default Map<String, String> defaults() {
        return Map.of();
    }

    /** Reads the settings. What is wrong with them is told together with what is wrong with the runtime's. */
    C configure(SettingsReader settings, WorkerConfig worker);

    /** Builds the worker. Nothing is connected here: that is for {@link WorkerParts#dependencies()} to do. */
    WorkerParts assemble(C configuration, MeterRegistry metrics);

    /** The workflows alone, which can be replayed without any settings. */
    WorkerParts replayed();
}
