package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.observe.WorkerView;
import com.nineminds.temporal.operator.report.Findings;
import com.nineminds.temporal.operator.report.StatusFactory;
import com.nineminds.temporal.operator.report.StatusInput;
import com.nineminds.temporal.operator.spec.Violation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers for the report what one reconcile saw, decided and ran into. */
final class Reports {
    private Reports() {}

    static TemporalWorkerStatus status(
            TemporalWorker worker, WorkerView view, Decision decision, List<Failure> problems, Instant now) {
        StatusInput input = new StatusInput(
                worker.getMetadata().getName(),
                worker.getMetadata().getGeneration(),
                Optional.ofNullable(worker.getStatus()),
                decision,
                view.observation(),
                view.policy(),
                images(view, decision),
                new Findings(view.violations().stream().map(Violation::toString).toList(), problems));
        return StatusFactory.status(input, now);
    }

    private static Map<String, String> images(WorkerView view, Decision decision) {
        Map<String, String> images = new HashMap<>();
        decision.revisions()
                .byHash()
                .keySet()
                .forEach(hash -> view.data(hash).ifPresent(data -> images.put(hash, data.image())));
        return images;
    }
}
