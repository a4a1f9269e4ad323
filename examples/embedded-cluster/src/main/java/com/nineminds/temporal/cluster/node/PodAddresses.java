package com.nineminds.temporal.cluster.node;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Gives every pod an address of its own out of a /16; an address is used again only after all others were. */
final class PodAddresses {
    private static final int FIRST = 2;
    private static final int LAST = 0xFFFD;

    private final String prefix;
    private final Map<String, Integer> byUid = new HashMap<>();
    private final BitSet taken = new BitSet();
    private int last = FIRST - 1;

    /** @param prefix the first two numbers, such as {@code 127.1} */
    PodAddresses(String prefix) {
        this.prefix = prefix;
    }

    synchronized String of(String uid) {
        int number = byUid.computeIfAbsent(uid, unseen -> next());
        return "%s.%d.%d".formatted(prefix, number >> 8, number & 0xFF);
    }

    synchronized void release(String uid) {
        Integer number = byUid.remove(uid);
        if (number != null) {
            taken.clear(number);
        }
    }

    private int next() {
        int free = taken.nextClearBit(last + 1);
        last = free <= LAST ? free : taken.nextClearBit(FIRST);
        taken.set(last);
        return last;
    }
}
