package com.nineminds.temporal.operator.decide;

import java.util.List;
import java.util.Optional;

/** The verb annotations that the object carries now. */
public record Verbs(List<Verb> all) {
    public static final Verbs NONE = new Verbs(List.of());

    public Verbs {
        all = List.copyOf(all);
    }

    /** The verb of this kind that names the revision and has not had its effect yet. */
    public Optional<Verb> pending(Verb.Kind kind, RevisionState revision) {
        return all.stream()
                .filter(verb -> verb.kind() == kind && verb.hash().equals(revision.hash()))
                .filter(verb -> !revision.consumed().contains(verb.token()))
                .findFirst();
    }
}
