package com.nineminds.temporal.operator.observe;

import com.nineminds.temporal.operator.resources.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A worker's children as the caches know them.
 *
 * @param others every other kind that the operator applies
 */
public record Children(
        List<ControllerRevision> revisions, List<Deployment> deployments, List<Pod> pods, List<HasMetadata> others) {
    public Children {
        revisions = List.copyOf(revisions);
        deployments = List.copyOf(deployments);
        pods = List.copyOf(pods);
        others = List.copyOf(others);
    }

    /**
     * Without what another object controls: that of a worker of the same name that was deleted, which is about to go, says nothing about
     * this one. Pods have a controller of their own.
     */
    public Children controlledBy(String uid) {
        return new Children(mine(revisions, uid), mine(deployments, uid), pods, mine(others, uid));
    }

    private static <T extends HasMetadata> List<T> mine(List<T> children, String uid) {
        return children.stream()
                .filter(child -> child.getMetadata().getOwnerReferences().stream()
                        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                        .allMatch(owner -> uid.equals(owner.getUid())))
                .toList();
    }

    public Optional<Deployment> deployment(String hash) {
        return deployments.stream().filter(each -> revision(each).equals(hash)).findFirst();
    }

    public Optional<ControllerRevision> revision(String hash) {
        return revisions.stream().filter(each -> revision(each).equals(hash)).findFirst();
    }

    public <T extends HasMetadata> Optional<T> find(T like) {
        return all().stream()
                .filter(each -> each.getClass() == like.getClass())
                .filter(each ->
                        each.getMetadata().getName().equals(like.getMetadata().getName()))
                .map(each -> {
                    @SuppressWarnings("unchecked")
                    T same = (T) each;
                    return same;
                })
                .findFirst();
    }

    private List<HasMetadata> all() {
        return java.util.stream.Stream.of(revisions, deployments, others)
                .<HasMetadata>flatMap(List::stream)
                .toList();
    }

    /** The revision that an object is labelled with; empty if none. */
    public static String revision(HasMetadata object) {
        var labels = object.getMetadata().getLabels();
        return labels == null ? "" : Objects.requireNonNullElse(labels.get(Labels.REVISION), "");
    }
}
