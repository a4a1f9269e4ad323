package com.nineminds.temporal.worker.tenant.stub;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Makes attempts of activities fail, before they do anything or after they did everything: then only their answer is lost. */
public final class ActivityFaults extends WorkerInterceptorBase {

    /** Does with one attempt what it likes. */
    @FunctionalInterface
    public interface Fault {

        ActivityOutput meet(Supplier<ActivityOutput> attempt);

        static Fault before(RuntimeException failure) {
            return attempt -> {
                throw failure;
            };
        }

        static Fault after(RuntimeException failure) {
            return attempt -> {
                var unused = attempt.get();
                throw failure;
            };
        }

        /** Something else happens first. */
        static Fault first(Runnable event) {
            return attempt -> {
                event.run();
                return attempt.get();
            };
        }
    }

    private final Map<String, Deque<Fault>> next = new ConcurrentHashMap<>();
    private final Map<String, Fault> always = new ConcurrentHashMap<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();

    /** Meets the next attempt of the activity that has none to meet yet. */
    public ActivityFaults once(String activity, Fault fault) {
        next.computeIfAbsent(activity, name -> new ArrayDeque<>()).add(fault);
        return this;
    }

    public ActivityFaults always(String activity, Fault fault) {
        always.put(activity, fault);
        return this;
    }

    /** Types of the activities that were attempted, in order. */
    public List<String> attempts() {
        return attempts;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor code) {
        return new ActivityInboundCallsInterceptorBase(code) {
            private String type = "";

            @Override
            public void init(ActivityExecutionContext context) {
                type = context.getInfo().getActivityType();
                super.init(context);
            }

            @Override
            public ActivityOutput execute(ActivityInput input) {
                attempts.add(type);
                return fault().meet(() -> super.execute(input));
            }

            private Fault fault() {
                Deque<Fault> scripted = next.getOrDefault(type, new ArrayDeque<>());
                Fault first = scripted.poll();
                return first != null ? first : always.getOrDefault(type, Fault.first(() -> {}));
            }
        };
    }
}
