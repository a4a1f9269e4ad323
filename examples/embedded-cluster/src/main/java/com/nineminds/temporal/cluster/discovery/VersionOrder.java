package com.nineminds.temporal.cluster.discovery;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders versions as Kubernetes prefers them: stable over beta over alpha over all else, then the higher number. */
final class VersionOrder implements Comparable<VersionOrder> {
    private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");
    private static final int STABLE = 3;
    private static final int BETA = 2;
    private static final int ALPHA = 1;

    private final int stability;
    private final int major;
    private final int minor;

    VersionOrder(String version) {
        Matcher matcher = VERSION.matcher(version);
        boolean known = matcher.matches();
        String stage = known ? String.valueOf(matcher.group(2)) : "";
        this.stability = switch (stage) {
            case "alpha" -> ALPHA;
            case "beta" -> BETA;
            default -> known ? STABLE : 0;
        };
        this.major = known ? Integer.parseInt(matcher.group(1)) : 0;
        this.minor = stability == ALPHA || stability == BETA ? Integer.parseInt(matcher.group(3)) : 0;
    }

    @Override
    public int compareTo(VersionOrder other) {
        return Comparator.<VersionOrder>comparingInt(order -> order.stability)
                .thenComparingInt(order -> order.major)
                .thenComparingInt(order -> order.minor)
                .compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionOrder order && compareTo(order) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * stability + major) + minor;
    }
}
