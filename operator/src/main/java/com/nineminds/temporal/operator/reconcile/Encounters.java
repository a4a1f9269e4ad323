package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.apply.ForeignFields;
import com.nineminds.temporal.operator.apply.Outcome;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Notice;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.observe.Children;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one reconcile met while it acted: objects of others in its way, and what others did to its own. */
final class Encounters {
    /** However often somebody undoes a repair, it is told once in this time per object. */
    private static final long SECONDS_BETWEEN_REPAIRS = 600;

    private final boolean settled;
    private final Instant now;
    private final List<Failure> problems = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, Failure> refusedRevisions = new LinkedHashMap<>();

    /** @param settled nothing is in flight and nothing new was asked for, so whatever is missing was deleted by someone */
    Encounters(boolean settled, Instant now) {
        this.settled = settled;
        this.now = now;
    }

    /** What a revision is made of and is itself at fault speaks against it. How an autoscaler is bounded follows the spec, not the revision. */
    void refused(HasMetadata desired, ApplyRefusal refusal) {
        Failure why = Failure.of(Reason.ObjectRefused, kind(desired), name(desired), refusal.message());
        problems.add(why);
        String revision = Children.revision(desired);
        boolean makesPods = desired instanceof Deployment || desired instanceof ConfigMap;
        if (refusal.ofContent() && makesPods && !revision.isEmpty()) {
            refusedRevisions.putIfAbsent(revision, why);
        }
    }

    void add(HasMetadata desired, Optional<? extends HasMetadata> before, Outcome outcome) {
        switch (outcome) {
            case FOREIGN -> problems.add(Failure.of(Reason.NameConflict, kind(desired), name(desired)));
            case REPAIRED -> repaired(desired);
            case CREATED -> {
                if (settled) {
                    repaired(desired);
                }
            }
            case UNCHANGED -> before.ifPresent(this::lookForOthers);
            case UPDATED, LEAVING -> {}
        }
    }

    private void repaired(HasMetadata object) {
        String key =
                "repaired/" + kind(object) + "/" + name(object) + "/" + now.getEpochSecond() / SECONDS_BETWEEN_REPAIRS;
        notices.add(new Notice(Reason.DriftRepaired, Reason.DriftRepaired.message(kind(object), name(object)), key));
    }

    private void lookForOthers(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            ForeignFields.inPodTemplate(deployment).forEach(owned -> {
                String message = Reason.ForeignPodChange.message(name(object), owned.text());
                String key = "foreign/" + name(object) + "/" + owned.owner() + "/" + owned.since();
                notices.add(new Notice(Reason.ForeignPodChange, message, key));
            });
        }
    }

    private static String kind(HasMetadata object) {
        return object.getKind();
    }

    private static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    Map<String, Failure> refusedRevisions() {
        return Map.copyOf(refusedRevisions);
    }

    List<Failure> problems() {
        return List.copyOf(problems);
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }
}
