package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** Resolves fields that hold a number or a percentage of a total. */
final class IntOrPercent {
    private IntOrPercent() {}

    static int roundedUp(@Nullable IntOrString value, int total) {
        return resolve(value, total, true);
    }

    static int roundedDown(@Nullable IntOrString value, int total) {
        return resolve(value, total, false);
    }

    static boolean isPercent(@Nullable IntOrString value) {
        return value != null && value.getStrVal() != null;
    }

    /** An absent value is 0. */
    private static int resolve(@Nullable IntOrString value, int total, boolean up) {
        if (value == null) {
            return 0;
        }
        if (value.getStrVal() == null) {
            return value.getIntVal() == null ? 0 : value.getIntVal();
        }
        double share = Integer.parseInt(value.getStrVal().replace("%", "").trim()) * (double) total / 100;
        return (int) (up ? Math.ceil(share) : Math.floor(share));
    }
}
