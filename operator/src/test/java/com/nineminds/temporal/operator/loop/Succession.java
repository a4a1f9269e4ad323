package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.loop.wire.Call;
import com.nineminds.temporal.operator.loop.wire.Fault;
import com.nineminds.temporal.operator.loop.wire.Wire;
import java.util.function.Predicate;

/** Operators one after another: each is killed right after the API server took a write of it, before it learns so; the next takes over. */
final class Succession {
    private final Story story;
    private final Predicate<Call> last;
    private int deaths;

    private Succession(Story story, Predicate<Call> last) {
        this.story = story;
        this.last = last;
    }

    /** From now on, and whenever the story waits for something, a dead operator is replaced. */
    static Succession afterEvery(Predicate<Call> write, Story story) {
        Succession succession = new Succession(story, write);
        succession.arm(story.wire());
        story.whileWaiting(succession::replaceTheDead);
        return succession;
    }

    /** An orderly end and a new beginning, at a moment when nothing is written. */
    void handOver() {
        story.stopOperator();
        takeOver();
    }

    private void replaceTheDead() {
        if (story.wire().dead()) {
            deaths++;
            story.stopOperator();
            takeOver();
        }
    }

    private void takeOver() {
        Wire wire = story.newWire();
        arm(wire);
        story.startOperator(wire);
    }

    private void arm(Wire wire) {
        wire.next(1, last, Fault.death());
    }

    int deaths() {
        return deaths;
    }
}
