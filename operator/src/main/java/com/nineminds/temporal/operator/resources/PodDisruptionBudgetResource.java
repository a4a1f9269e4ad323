package com.nineminds.temporal.operator.resources;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;
import java.util.List;
import java.util.SortedSet;

/** One budget over all revisions that have pods: during a rollout a drain must not count each of them alone. */
public final class PodDisruptionBudgetResource {
    private PodDisruptionBudgetResource() {}

    /**
     * A budget that the serving pods could never meet with one less would block the drain of a node for ever; then one pod at a time
     * may go. Pods that are not ready may always be evicted.
     *
     * @param servingHashes revisions with pods, at least one
     * @param minAvailable count or percentage
     * @param servingReplicas pods that these revisions are to have together
     */
    public static PodDisruptionBudget desired(
            WorkerRef worker, SortedSet<String> servingHashes, IntOrString minAvailable, int servingReplicas) {
        if (servingHashes.isEmpty()) {
            throw new IllegalArgumentException("a budget needs a serving revision: delete it while none serves");
        }
        PodDisruptionBudgetSpecBuilder spec = new PodDisruptionBudgetSpecBuilder()
                .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                .withNewSelector()
                .withMatchLabels(Labels.selectingWorker(worker))
                .addNewMatchExpression()
                .withKey(Labels.REVISION)
                .withOperator("In")
                .withValues(List.copyOf(servingHashes))
                .endMatchExpression()
                .endSelector();
        if (kept(minAvailable, servingReplicas) < servingReplicas) {
            spec.withMinAvailable(minAvailable);
        } else {
            spec.withMaxUnavailable(new IntOrString(1));
        }
        return new PodDisruptionBudgetBuilder()
                .withMetadata(Metadata.shared(worker))
                .withSpec(spec.build())
                .build();
    }

    /** A percentage rounds up, as the disruption controller has it. */
    private static long kept(IntOrString minAvailable, int replicas) {
        Integer count = minAvailable.getIntVal();
        if (count != null) {
            return count;
        }
        long percent = Long.parseLong(minAvailable.getStrVal().replace("%", ""));
        return (percent * replicas + 99) / 100;
    }
}
