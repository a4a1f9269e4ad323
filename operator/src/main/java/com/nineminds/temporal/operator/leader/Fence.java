package com.nineminds.temporal.operator.leader;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;

/**
 * Lets no write of one who does not lead leave the client, not even the second try of a request that was first sent in time. A process
 * that was stopped for a while wakes behind it. What was on its way already is bound to the version of the object that it was made from.
 */
public final class Fence implements Interceptor {
    private final Leadership leadership;

    public Fence(Leadership leadership) {
        this.leadership = leadership;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (!request.method().equals("GET") && !leadership.held()) {
            throw new KubernetesClientException("not written, because another operator may be the leader by now");
        }
    }
}
