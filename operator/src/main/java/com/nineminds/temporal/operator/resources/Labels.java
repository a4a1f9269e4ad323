package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels and selectors of the children. */
public final class Labels {
    public static final String NAME = "app.kubernetes.io/name";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String WORKER = TemporalWorker.GROUP + "/worker";
    public static final String REVISION = TemporalWorker.GROUP + "/revision";

    /** Value of {@link #NAME}: what runs. */
    public static final String APPLICATION = "temporal-worker";

    /** Value of {@link #MANAGED_BY}. */
    public static final String OPERATOR = "temporal-worker-operator";

    private Labels() {}

    /** Of a child that all revisions share. */
    public static SortedMap<String, String> ofWorker(WorkerRef worker) {
        return Collections.unmodifiableSortedMap(common(worker));
    }

    /** Of a child of one revision, its pods included. */
    public static SortedMap<String, String> ofRevision(WorkerRef worker, String hash) {
        SortedMap<String, String> labels = common(worker);
        labels.put(REVISION, hash);
        return Collections.unmodifiableSortedMap(labels);
    }

    /** Selects the pods of every revision. */
    public static SortedMap<String, String> selectingWorker(WorkerRef worker) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(WORKER, worker.name())));
    }

    /** Selects the pods of one revision. */
    public static SortedMap<String, String> selectingRevision(WorkerRef worker, String hash) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(WORKER, worker.name(), REVISION, hash)));
    }

    private static SortedMap<String, String> common(WorkerRef worker) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(NAME, APPLICATION);
        labels.put(INSTANCE, worker.name());
        labels.put(MANAGED_BY, OPERATOR);
        labels.put(WORKER, worker.name());
        return labels;
    }
}
