package com.nineminds.temporal.worker.benchmark;

import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The scenes. In each the kinds take turns, and who is first changes, so that what the machine does else meets both. */
final class RuntimeBenchmark {
    private static final List<Kind> KINDS = List.of(Kind.RUNTIME, Kind.PLAIN);
    private static final double MEBIBYTE = 1 << 20;

    private final Options options;
    private final Launcher launcher;
    private final Load load;

    /**
     * How much of everything.
     *
     * @param starts of each kind
     * @param pairs of workers that are given workflows, one worker of each kind
     * @param batches of workflows for each worker of a pair
     * @param workflows of one batch
     * @param warmUp workflows of each worker that are not counted
     * @param activities of one workflow, one after the other
     * @param limits of the workers that start and are given workflows
     * @param busy the numbers of slots, all of them held, for which the heap is measured
     */
    record Options(
            int starts,
            int pairs,
            int batches,
            int workflows,
            int warmUp,
            int activities,
            Limits limits,
            List<Integer> busy) {
        Options {
            busy = busy.stream().filter(slots -> slots > 0).toList();
        }
    }

    RuntimeBenchmark(Options options, Launcher launcher, Load load) {
        this.options = options;
        this.launcher = launcher;
        this.load = load;
    }

    /** All scenes, each told of as soon as it is over; one that is set to nothing is left out. */
    void run(Consumer<Row> table) {
        if (options.starts() > 0) {
            start().forEach(table);
        }
        if (options.pairs() > 0) {
            throughput().forEach(table);
        }
        if (!options.busy().isEmpty()) {
            heap().forEach(table);
        }
    }

    private List<Row> start() {
        // Files that nobody has read yet would count against whoever is first.
        inTurn(0, KINDS).forEach(kind -> start(kind, new Comparison(), new Comparison()));
        var answered = new Comparison();
        var cpu = new Comparison();
        for (int round = 0; round < options.starts(); round++) {
            inTurn(round, KINDS).forEach(kind -> start(kind, answered, cpu));
        }
        String scene = options.starts() + " starts";
        return List.of(
                Row.of(scene, "process start to first workflow's result", answered, "%.2f s", "≤ 1.2"),
                Row.of(scene, "CPU until then", cpu, "%.2f s", ""));
    }

    private void start(Kind kind, Comparison answered, Comparison cpu) {
        String taskQueue = taskQueue(kind);
        WorkflowStub first = load.startShortest(taskQueue);
        long begin = System.nanoTime();
        try (WorkerChild worker = launcher.launch(kind, taskQueue, options.limits())) {
            first.getResult(String.class);
            answered.add(kind, secondsSince(begin));
            cpu.add(kind, worker.cpu().toMillis() / 1e3);
        }
    }

    private List<Row> throughput() {
        var rate = new Comparison();
        var cpu = new Comparison();
        for (int pair = 0; pair < options.pairs(); pair++) {
            try (WorkerChild runtime = launch(Kind.RUNTIME, options.limits());
                    WorkerChild plain = launch(Kind.PLAIN, options.limits())) {
                List<WorkerChild> workers = List.of(runtime, plain);
                inTurn(pair, workers)
                        .forEach(worker -> load.run(worker.taskQueue(), options.warmUp(), options.activities()));
                for (int batch = 0; batch < options.batches(); batch++) {
                    inTurn(batch, workers).forEach(worker -> batch(worker, rate, cpu));
                }
            }
        }
        String scene = "%d × %d × %d workflows of %d activities"
                .formatted(options.pairs(), options.batches(), options.workflows(), options.activities());
        return List.of(
                Row.of(scene, "throughput", rate, "%.0f workflows/s", "≥ 0.98"),
                Row.of(scene, "CPU of the worker", cpu, "%.2f ms/workflow", ""));
    }

    private void batch(WorkerChild worker, Comparison rate, Comparison cpu) {
        double before = worker.cpu().toMillis();
        long begin = System.nanoTime();
        load.run(worker.taskQueue(), options.workflows(), options.activities());
        rate.add(worker.kind(), options.workflows() / secondsSince(begin));
        cpu.add(worker.kind(), (worker.cpu().toMillis() - before) / options.workflows());
    }

    private List<Row> heap() {
        Map<Kind, List<SlotCost.Point>> points = new EnumMap<>(Kind.class);
        List<Row> rows = new ArrayList<>();
        for (int slots : options.busy()) {
            Map<Kind, Double> heap = new EnumMap<>(Kind.class);
            inTurn(0, KINDS).forEach(kind -> heap.put(kind, heap(kind, slots)));
            heap.forEach((kind, mebibytes) ->
                    points.computeIfAbsent(kind, none -> new ArrayList<>()).add(new SlotCost.Point(slots, mebibytes)));
            rows.add(Row.of(
                    slots + " activities held at " + slots + " slots",
                    "heap after a full collection",
                    heap.getOrDefault(Kind.RUNTIME, Double.NaN),
                    heap.getOrDefault(Kind.PLAIN, Double.NaN),
                    "%.2f MiB"));
        }
        rows.add(Row.of(
                "from these",
                "heap per 100 busy slots",
                SlotCost.of(points.getOrDefault(Kind.RUNTIME, List.of())).perHundred(),
                SlotCost.of(points.getOrDefault(Kind.PLAIN, List.of())).perHundred(),
                "%.2f MiB"));
        return rows;
    }

    private double heap(Kind kind, int slots) {
        var limits =
                new Limits(slots, options.limits().pollers(), options.limits().cache());
        try (WorkerChild worker = launch(kind, limits)) {
            List<WorkflowStub> held = load.hold(worker.taskQueue(), slots);
            double mebibytes = worker.liveHeap() / MEBIBYTE;
            load.end(held);
            return mebibytes;
        }
    }

    private WorkerChild launch(Kind kind, Limits limits) {
        return launcher.launch(kind, taskQueue(kind), limits);
    }

    /** One that no other worker has polled: a poll that a killed worker left behind would swallow a task. */
    private static String taskQueue(Kind kind) {
        return "benchmark-" + kind + "-" + UUID.randomUUID();
    }

    private static <T> List<T> inTurn(int round, List<T> both) {
        return round % 2 == 0 ? both : List.of(both.get(1), both.get(0));
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
