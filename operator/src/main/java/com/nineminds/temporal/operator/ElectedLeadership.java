package com.nineminds.temporal.operator;

import com.nineminds.temporal.operator.leader.Candidacy;
import com.nineminds.temporal.operator.leader.Election;
import com.nineminds.temporal.operator.leader.Leadership;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Clock;
import java.util.Optional;

/** The election together with the client of its own, which no fence holds up and which does not wait for long. */
final class ElectedLeadership implements Leadership, AutoCloseable {
    private static final int PATIENCE_MILLIS = 3_000;

    private final KubernetesClient client;
    private final Election election;

    ElectedLeadership(Config cluster, Candidacy candidacy, Clock clock, Runnable gained) {
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(cluster)
                        .withRequestRetryBackoffLimit(0)
                        .withRequestTimeout(PATIENCE_MILLIS)
                        .withConnectionTimeout(PATIENCE_MILLIS)
                        .build())
                .build();
        election = new Election(client, candidacy.unique(), clock, gained);
    }

    void begin() {
        election.begin();
    }

    @Override
    public boolean held() {
        return election.held();
    }

    @Override
    public Optional<String> trouble() {
        return election.trouble();
    }

    @Override
    public void close() {
        election.close();
        client.close();
    }
}
