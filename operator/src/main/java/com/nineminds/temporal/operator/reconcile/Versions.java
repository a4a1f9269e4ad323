package com.nineminds.temporal.operator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.math.BigInteger;

/** Which of two versions of an object is the later one. Resource versions of one kind are numbers that grow (KEP-5504). */
final class Versions {
    private Versions() {}

    /**
     * Whether an answer is news: the watch may have brought the write, and what followed it, before the answer to the write came. Where
     * versions are no numbers, only equal ones are no news.
     */
    static boolean later(HasMetadata answer, HasMetadata known) {
        String one = answer.getMetadata().getResourceVersion();
        String other = known.getMetadata().getResourceVersion();
        try {
            return new BigInteger(one).compareTo(new BigInteger(other)) > 0;
        } catch (NumberFormatException e) {
            return !one.equals(other);
        }
    }
}
