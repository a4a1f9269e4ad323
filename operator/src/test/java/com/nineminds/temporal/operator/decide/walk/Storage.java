package com.nineminds.temporal.operator.decide.walk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import java.util.List;

/** What an operator that starts anew reads: what was written into ControllerRevisions, and nothing else. */
final class Storage {
    private static final WorkerRef WORKER = new WorkerRef("default", "mail", "uid");
    private static final RevisionData DATA =
            new RevisionData(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode(), 1);
    private static final String LIKE_A_HASH = "xxxxxxxxxx";

    private Storage() {}

    static Revisions roundTrip(Revisions revisions) {
        return Revisions.of(
                revisions.byHash().values().stream().map(Storage::roundTrip).toList());
    }

    private static RevisionState roundTrip(RevisionState state) {
        var written = ControllerRevisions.write(WORKER, named(state, LIKE_A_HASH), DATA);
        Revisions read = ControllerRevisions.read(List.of(written)).revisions();
        return named(read.get(LIKE_A_HASH).orElseThrow(), state.hash());
    }

    private static RevisionState named(RevisionState state, String hash) {
        return new RevisionState(
                hash,
                state.number(),
                state.verdict(),
                state.cause(),
                state.decidedAt(),
                state.attempts(),
                state.consumed(),
                state.rollout());
    }
}
