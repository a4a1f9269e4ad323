package com.nineminds.temporal.worker.benchmark;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param scene what was going on
 * @param runtime measured, with its unit
 * @param plain the same of the plain SDK
 * @param ratio the first divided by the second
 * @param target of the ratio; empty where nothing is promised
 */
record Row(String scene, String what, String runtime, String plain, String ratio, String target) {
    /** @param format of a value, e.g. {@code %.1f s} */
    static Row of(String scene, String what, Comparison compared, String format, String target) {
        Samples ratios = compared.ratios();
        return new Row(
                scene,
                what,
                text(format, compared.samples(Kind.RUNTIME).median()),
                text(format, compared.samples(Kind.PLAIN).median()),
                text("%.3f", compared.ratio())
                        + text(" (%.2f", ratios.quantile(0.25))
                        + text(" to %.2f)", ratios.quantile(0.75)),
                target);
    }

    static Row of(String scene, String what, double runtime, double plain, String format) {
        return new Row(scene, what, text(format, runtime), text(format, plain), text("%.2f", runtime / plain), "");
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
