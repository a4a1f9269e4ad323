package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pods may use and whom they may call: {@code resources}, {@code serviceAccountName}, {@code networkPolicy}. */
final class ResourceRules {
    private ResourceRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        findings.unlessMatches(
                spec.serviceAccountName(),
                Patterns.DNS_SUBDOMAIN,
                "spec.serviceAccountName",
                Rules.SERVICE_ACCOUNT_NAME);
        var policy = spec.networkPolicy();
        findings.unless(
                policy == null || policy.egress() == null || Boolean.TRUE.equals(policy.enabled()),
                "spec.networkPolicy.egress",
                Rules.NETWORK_POLICY_DISABLED);
        if (spec.resources() != null) {
            var limits = present(spec.resources().getLimits());
            var requests = present(spec.resources().getRequests());
            checkAmounts(limits, "spec.resources.limits", findings);
            checkAmounts(requests, "spec.resources.requests", findings);
            findings.unless(
                    requests.entrySet().stream()
                            .allMatch(entry -> isWithin(entry.getValue(), limits.get(entry.getKey()))),
                    "spec.resources.requests",
                    Rules.RESOURCES_WITHIN_LIMITS);
        }
    }

    private static void checkAmounts(Map<String, Quantity> amounts, String path, Findings findings) {
        findings.unless(
                amounts.values().stream().allMatch(amount -> amount(amount).isPresent()),
                path,
                Rules.RESOURCES_QUANTITY);
    }

    private static boolean isWithin(@Nullable Quantity request, @Nullable Quantity limit) {
        var asked = amount(request);
        var allowed = amount(limit);
        return asked.isEmpty() || allowed.isEmpty() || asked.get().compareTo(allowed.get()) <= 0;
    }

    private static Optional<BigDecimal> amount(@Nullable Quantity quantity) {
        try {
            return quantity == null ? Optional.empty() : Optional.of(quantity.getNumericalAmount());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
