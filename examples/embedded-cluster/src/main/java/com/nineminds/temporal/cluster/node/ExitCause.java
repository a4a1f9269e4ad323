package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.run.RunningContainer;

/** Why a container ended, and how its status shows that. */
enum ExitCause {
    /** It exited, or was stopped. */
    OWN,
    OUT_OF_MEMORY,
    /** The machine went down under it. */
    NODE_LOST;

    private static final int LOST_EXIT = 255;

    int exitCode(int code) {
        return switch (this) {
            case OWN -> code;
            case OUT_OF_MEMORY -> RunningContainer.KILLED;
            case NODE_LOST -> LOST_EXIT;
        };
    }

    String reason(int code) {
        return switch (this) {
            case OWN -> code == 0 ? "Completed" : "Error";
            case OUT_OF_MEMORY -> States.OOM_KILLED;
            case NODE_LOST -> "Unknown";
        };
    }
}
