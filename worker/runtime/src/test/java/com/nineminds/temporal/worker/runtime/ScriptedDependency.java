package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.dependency.Dependency;
import java.util.Optional;

/** A database that can be broken and mended. */
final class ScriptedDependency implements Dependency {

    private volatile Optional<String> problem = Optional.empty();

    void fail(String why) {
        problem = Optional.of(why);
    }

    void recover() {
        problem = Optional.empty();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void prepare() {
        problem.ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }
}
