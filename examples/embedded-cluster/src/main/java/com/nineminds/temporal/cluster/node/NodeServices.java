package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.run.Prober;
import com.nineminds.temporal.cluster.objects.EventRecorder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/** What all pods of a process node share. */
record NodeServices(
        KubernetesClient client,
        Clock clock,
        EventRecorder events,
        ProcessNodeOptions options,
        PullFaults pullFaults,
        Prober prober) {}
