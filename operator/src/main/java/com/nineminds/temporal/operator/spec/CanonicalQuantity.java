package com.nineminds.temporal.operator.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity as the API server writes it back: {@code 1000m} is {@code 1}, {@code 0.5Gi} is {@code 512Mi}, {@code 1000} is
 * {@code 1k}, and what is below {@code 1m} is rounded up to it. The kind of suffix stays, so {@code 1Gi} and {@code 1073741824} are
 * two texts. Kept here rather than taken from a
 * client library because revision hashes depend on it. The rules are those of Kubernetes' {@code resource.Quantity}.
 */
public final class CanonicalQuantity {
    private static final Pattern SYNTAX = Pattern.compile(
            "([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?:([numkMGTPE])|([KMGTPE])i|[eE]([+-]?[0-9]{1,3}))?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final int UNIT = DECIMAL.indexOf("");
    private static final String BINARY = " KMGTPE";
    private static final BigInteger KIBI = BigInteger.valueOf(1024);
    private static final int SMALLEST_SCALE = 3;

    private CanonicalQuantity() {}

    /** @return the text itself if it is no quantity: the API server is the one to refuse it */
    public static String of(String text) {
        Matcher syntax = SYNTAX.matcher(text);
        if (!syntax.matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(syntax.group(1));
        if (syntax.group(3) != null) {
            return binary(number.multiply(new BigDecimal(KIBI.pow(BINARY.indexOf(syntax.group(3))))));
        }
        if (syntax.group(4) != null) {
            return decimal(
                    number.scaleByPowerOfTen(Integer.parseInt(syntax.group(4).replace("+", ""))), true);
        }
        int thousands = syntax.group(2) == null ? 0 : DECIMAL.indexOf(syntax.group(2)) - UNIT;
        return decimal(number.scaleByPowerOfTen(3 * thousands), false);
    }

    private static String binary(BigDecimal amount) {
        if (amount.abs().compareTo(new BigDecimal(KIBI)) < 0) {
            return decimal(amount, false);
        }
        BigInteger mantissa = amount.setScale(0, RoundingMode.UP).toBigIntegerExact();
        int power = 0;
        while (power < BINARY.length() - 1 && mantissa.mod(KIBI).signum() == 0) {
            mantissa = mantissa.divide(KIBI);
            power++;
        }
        return power == 0 ? mantissa.toString() : mantissa.toString() + BINARY.charAt(power) + "i";
    }

    private static String decimal(BigDecimal amount, boolean exponent) {
        BigDecimal exact = amount.scale() > SMALLEST_SCALE ? amount.setScale(SMALLEST_SCALE, RoundingMode.UP) : amount;
        if (exact.signum() == 0) {
            return "0";
        }
        int largest = exponent ? exact.precision() - exact.scale() : 3 * (DECIMAL.size() - 1 - UNIT);
        int power = Math.floorDiv(largest, 3) * 3;
        while (!isWhole(exact.scaleByPowerOfTen(-power))) {
            power -= 3;
        }
        String mantissa = exact.scaleByPowerOfTen(-power).toBigIntegerExact().toString();
        String suffix = power == 0 ? "" : exponent ? "e" + power : DECIMAL.get(UNIT + power / 3);
        return mantissa + suffix;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
