package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.GateRequest;
import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.PollerQuestion;
import com.nineminds.temporal.operator.gate.PollingPod;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.observe.WorkerView;
import com.nineminds.temporal.operator.resources.Names;
import com.nineminds.temporal.operator.spec.TemporalTarget;
import com.nineminds.temporal.operator.spec.TemporalTls;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the poller gate's question together: which pods should be seen on which queues. */
final class PollerQuestions {
    private PollerQuestions() {}

    static PollerQuestion of(WorkerView view, Decision decision) {
        String revision = decision.gates().map(GateRequest::revision).orElse("");
        List<PollingPod> pods = view.pods(revision).stream()
                .filter(PodView::counts)
                .flatMap(pod ->
                        pod.readySince().stream().map(since -> new PollingPod(pod.name(), pod.createdAt(), since)))
                .toList();
        Set<String> known = view.records().revisions().byHash().keySet().stream()
                .map(hash -> prefix(view, hash))
                .collect(Collectors.toSet());
        Optional<String> stable = decision.revisions().stable().map(each -> prefix(view, each.hash()));
        int unproven = decision.gates().map(GateRequest::newPods).orElse(0);
        return view.spec()
                .map(spec -> spec.pod().temporal())
                .map(temporal -> new PollerQuestion(
                        frontend(temporal), temporal.namespace(), temporal.taskQueues(), pods, unproven, stable, known))
                .orElseGet(() ->
                        new PollerQuestion(Frontend.inPlainText(""), "", List.of(), pods, unproven, stable, known));
    }

    private static Frontend frontend(TemporalTarget temporal) {
        return new Frontend(
                temporal.address(), temporal.tls().isPresent(), temporal.tls().flatMap(TemporalTls::serverName));
    }

    private static String prefix(WorkerView view, String hash) {
        return Names.ofRevision(view.worker(), hash) + "-";
    }
}
