package com.nineminds.temporal.operator.spec;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceClaim;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the worker's container asks for and may use, as canonical quantities. Without {@code resources} in the spec: requests of
 * 200m and 512Mi, limits of 1 and 1Gi. With it, what it says, and these requests where it names neither request nor limit:
 * an autoscaler measures against a request.
 *
 * @param claims claims of the pod that the container uses
 */
public record ResourceAmounts(
        SortedMap<String, String> requests, SortedMap<String, String> limits, List<Claim> claims) {
    private static final SortedMap<String, String> REQUESTS = new TreeMap<>(Map.of("cpu", "200m", "memory", "512Mi"));
    private static final SortedMap<String, String> LIMITS = new TreeMap<>(Map.of("cpu", "1", "memory", "1Gi"));

    /** @param request one request of the claim; empty text for all */
    public record Claim(String name, String request) {
        static Claim of(ResourceClaim claim) {
            return new Claim(claim.getName(), claim.getRequest() == null ? "" : claim.getRequest());
        }
    }

    public ResourceAmounts {
        requests = Collections.unmodifiableSortedMap(new TreeMap<>(requests));
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        claims = List.copyOf(claims);
    }

    static ResourceAmounts of(@Nullable ResourceRequirements spec) {
        if (spec == null) {
            return new ResourceAmounts(REQUESTS, LIMITS, List.of());
        }
        SortedMap<String, String> limits = amounts(spec.getLimits());
        SortedMap<String, String> requests = amounts(spec.getRequests());
        REQUESTS.forEach((resource, amount) -> {
            if (!limits.containsKey(resource)) {
                requests.putIfAbsent(resource, amount);
            }
        });
        return new ResourceAmounts(
                requests, limits, spec.getClaims().stream().map(Claim::of).toList());
    }

    private static SortedMap<String, String> amounts(@Nullable Map<String, Quantity> quantities) {
        SortedMap<String, String> amounts = new TreeMap<>();
        if (quantities != null) {
            quantities.forEach(
                    (resource, quantity) -> amounts.put(resource, CanonicalQuantity.of(quantity.toString())));
        }
        return amounts;
    }
}
