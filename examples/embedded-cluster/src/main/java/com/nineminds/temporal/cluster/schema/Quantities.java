package com.nineminds.temporal.cluster.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts such as {@code 500m}, {@code 2Gi} or {@code 1e3}, and their canonical form: whole numbers under the largest suffix. */
public final class Quantities {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][+-]?\\d+)");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final int UNIT = DECIMAL.indexOf("");
    private static final int FINEST = -9;
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    private Quantities() {}

    /** The amount as a number, empty when the text is no quantity. */
    public static Optional<BigDecimal> parse(String text) {
        Matcher match = FORM.matcher(text.trim());
        if (!match.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(match.group(1).endsWith(".") ? match.group(1) + "0" : match.group(1));
        return Optional.of(number.multiply(factor(match.group(2))));
    }

    /** The canonical form, empty when the text is no quantity. */
    public static Optional<String> canonical(String text) {
        return parse(text).map(amount -> {
            BigDecimal rounded = amount.setScale(Math.max(amount.scale(), 0), RoundingMode.UP)
                    .stripTrailingZeros();
            if (rounded.signum() == 0) {
                return "0";
            }
            boolean whole = rounded.scale() <= 0;
            boolean large = rounded.abs().compareTo(new BigDecimal(KIBI)) >= 0;
            return text.endsWith("i") && whole && large ? binary(rounded.toBigIntegerExact()) : decimal(rounded, text);
        });
    }

    private static BigDecimal factor(String suffix) {
        if (BINARY.indexOf(suffix) > 0) {
            return new BigDecimal(KIBI.pow(BINARY.indexOf(suffix)));
        }
        int power = DECIMAL.contains(suffix)
                ? 3 * (DECIMAL.indexOf(suffix) - UNIT)
                : Integer.parseInt(suffix.substring(1).replace("+", ""));
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    private static String binary(BigInteger amount) {
        BigInteger rest = amount;
        int power = 0;
        while (power < BINARY.size() - 1 && rest.mod(KIBI).signum() == 0) {
            rest = rest.divide(KIBI);
            power++;
        }
        return rest + BINARY.get(power);
    }

    private static String decimal(BigDecimal amount, String written) {
        BigDecimal rounded = amount.setScale(Math.min(amount.scale(), -FINEST), RoundingMode.UP)
                .stripTrailingZeros();
        int power = Math.floorDiv(-rounded.scale(), 3) * 3;
        power = Math.max(FINEST, Math.min(power, 3 * (DECIMAL.size() - 1 - UNIT)));
        String number = rounded.scaleByPowerOfTen(-power).toBigIntegerExact().toString();
        boolean exponent = written.matches(".*[eE][+-]?\\d+");
        if (exponent) {
            return power == 0 ? number : number + "e" + power;
        }
        return number + DECIMAL.get(power / 3 + UNIT);
    }
}
