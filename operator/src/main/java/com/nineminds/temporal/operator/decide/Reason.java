package com.nineminds.temporal.operator.decide;

import java.util.Locale;

/**
 * The only place where reasons exist: conditions, events, history and metrics carry these names. Each has a message template
 * ({@link String#format} with strings only) and says whether it is worth a warning.
 */
public enum Reason {
    // Why a revision is rejected.
    CrashLoop(Category.CRASH, true, "Container %s of pod %s keeps exiting: %s."),
    OOMKilled(Category.CRASH, true, "Container %s of pod %s was killed for memory: %s."),
    ImagePullFailed(Category.IMAGE, true, "Container %s of pod %s cannot have its image: %s."),
    RegistryUnavailable(Category.INFRASTRUCTURE, true, "Container %s of pod %s waits for the registry: %s."),
    ImagePullRefused(
            Category.INFRASTRUCTURE,
            true,
            "Container %s of pod %s cannot have the image that another pod of its revision runs: %s."),
    ConfigError(Category.CONFIGURATION, true, "Container %s of pod %s cannot be configured: %s."),
    InitContainerFailed(Category.CONFIGURATION, true, "Init container %s of pod %s does not finish: %s."),
    VaultAgentFailed(
            Category.CONFIGURATION, true, "Vault agent container %s of pod %s cannot deliver the secrets: %s."),
    VaultAgentMissing(Category.CONFIGURATION, true, "Container %s of pod %s runs without the Vault agent: %s."),
    AdmissionRefused(Category.CONFIGURATION, true, "The API server refuses pods of revision %s: %s."),
    ObjectRefused(Category.CONFIGURATION, true, "The API server refuses %s %s: %s."),
    NoPollers(Category.GATE, true, "Revision %s does not poll: %s."),
    ProgressDeadlineExceeded(
            Category.DEADLINE, true, "Revision %s had %s of %s pods stably available when its deadline of %s passed."),
    Aborted(Category.USER, true, "Rollout of revision %s was aborted by annotation."),

    // Why a rollout waits although nothing is wrong with the revision.
    Unschedulable(Category.INFRASTRUCTURE, false, "Pod %s cannot be scheduled: %s."),
    QuotaExceeded(Category.INFRASTRUCTURE, false, "Pods of revision %s exceed a quota: %s."),
    AdmissionUnavailable(
            Category.INFRASTRUCTURE, false, "An admission webhook does not answer about pods of revision %s: %s."),
    NodeLost(Category.INFRASTRUCTURE, false, "Pod %s lost its node: %s."),
    Draining(
            Category.INFRASTRUCTURE,
            false,
            "Revision %s starts when the pods of other revisions have ended their work (%s left)."),
    StableUnready(
            Category.INFRASTRUCTURE,
            false,
            "Stable revision %s lost readiness too, so a shared dependency is suspected."),
    SharedFailure(
            Category.INFRASTRUCTURE,
            true,
            "Pods of stable revision %s fail alike, so a shared dependency is suspected: %s"),
    GateInconclusive(Category.INFRASTRUCTURE, true, "Gate %s has no evidence at step %s: %s."),

    // Where a rollout stands.
    RolloutStarted(Category.PROGRESS, false, "Revision %s is rolled out (attempt %s)."),
    WaitingForPods(
            Category.PROGRESS,
            false,
            "Step %s: waiting for pods of revision %s, of which %s must be stably available."),
    WaitingForGates(Category.PROGRESS, false, "Step %s: gates measure revision %s."),
    StepHolding(Category.PROGRESS, false, "Step %s: gates passed, revision %s is held at %s percent."),
    PodsLost(Category.PROGRESS, true, "Step %s: revision %s lost stably available pods."),
    Paused(Category.USER, false, "Rollout of revision %s is paused by spec.rollout.paused."),
    Resumed(Category.USER, false, "Rollout of revision %s goes on."),
    Approved(Category.USER, false, "Step %s of revision %s was approved by annotation."),
    PromotionRequested(
            Category.USER, false, "Promotion of revision %s was requested by annotation; remaining steps are skipped."),
    Baking(Category.PROGRESS, false, "Revision %s has the full capacity and bakes."),
    Promoted(Category.PROGRESS, false, "Revision %s is stable."),
    RollingBack(Category.PROGRESS, true, "Revision %s is rejected (%s), revision %s is restored. %s"),
    RolledBack(Category.PROGRESS, true, "Revision %s is rejected (%s), revision %s serves."),
    InitialRolloutFailed(
            Category.PROGRESS, true, "Revision %s is rejected (%s) and there is no earlier revision to restore. %s"),
    Superseded(Category.PROGRESS, false, "Revision %s was superseded by revision %s."),
    Reverted(Category.PROGRESS, false, "The spec asks for stable revision %s again, revision %s is withdrawn."),
    RetryRequested(Category.USER, false, "Retry of rejected revision %s was requested by annotation."),
    RetryDue(
            Category.INFRASTRUCTURE,
            false,
            "Revision %s was rejected for the infrastructure's fault and is tried again."),

    // Where a worker stands outside a rollout.
    Healthy(Category.PROGRESS, false, "Revision %s serves, available pods: %s."),
    Scaling(Category.PROGRESS, false, "Revision %s has %s of %s pods available."),
    ServingUnhealthy(Category.NOT_READY, true, "Revision %s has only %s of %s pods available."),
    InvalidSpec(Category.CONFIGURATION, true, "%s"),
    NameConflict(
            Category.CONFIGURATION, true, "%s %s exists and is not controlled by this worker; rename or delete it."),
    Terminating(Category.PROGRESS, false, "The worker is being deleted."),

    // What people and other tools do.
    VerbStale(Category.USER, true, "Annotation %s=%s has no effect: %s."),
    ForeignPodChange(Category.USER, true, "Deployment %s has a pod template field of another owner: %s."),
    DriftRepaired(Category.PROGRESS, true, "%s %s was changed or deleted by someone else and is restored.");

    private final Category category;
    private final boolean warning;
    private final String template;

    Reason(Category category, boolean warning, String template) {
        this.category = category;
        this.warning = warning;
        this.template = template;
    }

    public Category category() {
        return category;
    }

    /** Whether an event of this reason is a {@code Warning}. */
    public boolean warning() {
        return warning;
    }

    public String template() {
        return template;
    }

    /** Fills the template. */
    public String message(Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}
