package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.NoData;
import java.time.Duration;

/**
 * @param interval time between two measurements
 * @param timeout how long pods may be Ready without evidence before {@code noData} decides
 * @param count measurements in a row that must pass
 * @param failureLimit failed measurements that are tolerated
 * @param errorLimit provider errors in a row that are tolerated before the gate is inconclusive
 * @param dryRun measured and shown, never decides
 */
public record GatePolicy(
        String name,
        GateType type,
        Duration interval,
        Duration timeout,
        int count,
        int failureLimit,
        int errorLimit,
        NoData noData,
        boolean dryRun) {}
