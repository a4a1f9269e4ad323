package com.nineminds.temporal.benchmark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Samples in Prometheus' text format, or the difference of two scrapes.
 *
 * @param samples by the series, a name with its labels as they were written
 */
public record Metrics(Map<Series, Double> samples) {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:]\\w*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    public Metrics {
        samples = Map.copyOf(samples);
    }

    /** A name and its labels. */
    public record Series(String name, Map<String, String> labels) {
        String label(String key) {
            return labels.getOrDefault(key, "");
        }
    }

    /** Comments and lines that are no samples are passed over. */
    public static Metrics parse(String text) {
        Map<Series, Double> samples = new LinkedHashMap<>();
        SAMPLE.matcher(text).results().forEach(line -> samples.put(series(line), number(line.group(3))));
        return new Metrics(samples);
    }

    private static Series series(MatchResult line) {
        Map<String, String> labels = new TreeMap<>();
        if (line.group(2) != null) {
            Matcher label = LABEL.matcher(line.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new Series(line.group(1), Map.copyOf(labels));
    }

    private static double number(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** What was added since an earlier scrape of the same process. */
    public Metrics since(Metrics earlier) {
        return new Metrics(samples.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, now -> now.getValue() - earlier.samples.getOrDefault(now.getKey(), 0.0))));
    }

    public double sum(String name) {
        return sum(name, series -> true);
    }

    public double sum(String name, Predicate<Series> which) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().name().equals(name) && which.test(sample.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Sums by the value of a label; what is zero is left out. */
    public Map<String, Long> by(String label, String name, Predicate<Series> which) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().name().equals(name) && which.test(sample.getKey()))
                .filter(sample -> sample.getValue() != 0)
                .collect(Collectors.groupingBy(
                        sample -> sample.getKey().label(label),
                        TreeMap::new,
                        Collectors.summingLong(sample -> sample.getValue().longValue())));
    }

    /**
     * The upper bound of the bucket in which a quantile lies, over all series of a histogram.
     *
     * @param name without {@code _bucket}
     * @return seconds; NaN if nothing was observed, infinite beyond the last bucket
     */
    public double quantile(String name, double quantile) {
        Map<Double, Double> buckets = samples.entrySet().stream()
                .filter(sample -> sample.getKey().name().equals(name + "_bucket"))
                .collect(Collectors.groupingBy(
                        sample -> number(sample.getKey().label("le")),
                        TreeMap::new,
                        Collectors.summingDouble(Map.Entry::getValue)));
        double all = buckets.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
        return all == 0
                ? Double.NaN
                : buckets.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= quantile * all)
                        .map(Map.Entry::getKey)
                        .min(Comparator.comparing(Function.identity()))
                        .orElse(Double.POSITIVE_INFINITY);
    }
}
