package com.nineminds.temporal.operator.decide.walk;

import com.nineminds.temporal.operator.decide.world.World;
import java.util.function.Consumer;

/** Something that somebody or something does to a world, and how many seconds pass after it. */
record Happening(String text, Consumer<World> change, int seconds) {
    void in(World world) {
        change.accept(world);
        world.run(seconds);
    }

    @Override
    public String toString() {
        return text + ", then " + seconds + " s";
    }
}
