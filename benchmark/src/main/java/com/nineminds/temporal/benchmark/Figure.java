package com.nineminds.temporal.benchmark;

/**
 * One measured figure.
 *
 * @param scene what was going on
 * @param value with its unit
 * @param target empty where nothing is promised
 */
public record Figure(String scene, String what, String value, String target) {
    static Figure of(String scene, String what, String value) {
        return new Figure(scene, what, value, "");
    }
}
