package com.nineminds.temporal.rehearsal.view;

import com.nineminds.temporal.api.v1alpha1.GateStatus;
import com.nineminds.temporal.api.v1alpha1.RevisionStatus;
import com.nineminds.temporal.api.v1alpha1.RolloutStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.health.PodView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A worker as a tree: where it stands, its revisions, their pods and gates. The same world gives the same lines. */
public final class Tree {
    private Tree() {}

    public static List<String> lines(World world) {
        TemporalWorkerStatus status = world.status();
        List<String> lines = new ArrayList<>();
        lines.add(headline(world.name(), status));
        lines.add("│  " + text(status.reason()) + ": " + text(status.message()));
        List<String> hashes = List.copyOf(shown(world));
        for (int i = 0; i < hashes.size(); i++) {
            boolean last = i == hashes.size() - 1;
            revision(world, hashes.get(i), last ? "└─ " : "├─ ", last ? "   " : "│  ", lines);
        }
        return lines;
    }

    private static String headline(String name, TemporalWorkerStatus status) {
        String step =
                Optional.ofNullable(status.step()).map(text -> "  step " + text).orElse("");
        return name + "  " + status.phase() + step + "  ready " + text(status.ready());
    }

    /** Revisions that run or that the rollout is about, the stable one first. */
    private static SortedSet<String> shown(World world) {
        String stable = hash(world.status().stable());
        SortedSet<String> hashes = new TreeSet<>(Comparator.<String, Boolean>comparing(hash -> !hash.equals(stable))
                .thenComparing(Comparator.naturalOrder()));
        world.pods().forEach(pod -> hashes.add(pod.revision()));
        hashes.add(stable);
        hashes.add(hash(world.status().target()));
        hashes.remove("");
        return hashes;
    }

    private static void revision(World world, String hash, String branch, String indent, List<String> lines) {
        int wanted = world.replicas().getOrDefault(hash, 0);
        lines.add(branch + "revision " + hash + "  " + role(world.status(), hash) + "  " + wanted
                + (wanted == 1 ? " pod wanted" : " pods wanted"));
        List<String> leaves = new ArrayList<>();
        world.pods().stream()
                .filter(pod -> pod.revision().equals(hash))
                .sorted(Comparator.comparing(PodView::name))
                .map(PodLine::of)
                .forEach(pod -> leaves.add("pod " + pod.name() + "  " + pod.how()));
        if (hash.equals(hash(world.status().target()))) {
            gates(world.status()).forEach(leaves::add);
        }
        for (int i = 0; i < leaves.size(); i++) {
            lines.add(indent + (i == leaves.size() - 1 ? "└─ " : "├─ ") + leaves.get(i));
        }
    }

    private static List<String> gates(TemporalWorkerStatus status) {
        return Optional.ofNullable(status.rollout()).map(RolloutStatus::gates).orElse(List.of()).stream()
                .map(Tree::gate)
                .toList();
    }

    private static String gate(GateStatus gate) {
        return "gate " + gate.name() + "  step " + (gate.step() + 1) + "  " + gate.verdict() + ": "
                + text(gate.message());
    }

    private static String role(TemporalWorkerStatus status, String hash) {
        if (hash.equals(hash(status.stable()))) {
            return "stable";
        }
        boolean rejected = Optional.ofNullable(status.rejected()).orElse(List.of()).stream()
                .anyMatch(each -> each.hash().equals(hash));
        if (rejected) {
            return "rejected";
        }
        return hash.equals(hash(status.target())) ? "target" : "old";
    }

    private static String hash(@Nullable RevisionStatus revision) {
        return revision == null ? "" : revision.hash();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
