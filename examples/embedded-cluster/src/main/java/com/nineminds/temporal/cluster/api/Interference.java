package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.faults.Faults;

/** What happens to a request before it is served: it is counted, and a scripted fault may hit it. */
record Interference(Faults faults, RequestCounts requests) {
    void before(String verb, String resource, String name) throws InterruptedException {
        requests.count(verb, resource);
        faults.apply(verb, resource, name);
    }
}
