package com.nineminds.temporal.cluster.cel;

import static com.nineminds.temporal.cluster.cel.Signature.global;
import static com.nineminds.temporal.cluster.cel.Signature.member;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.nineminds.temporal.cluster.schema.Quantities;
import dev.cel.bundle.CelBuilder;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload.Binary;
import dev.cel.runtime.CelFunctionOverload.Unary;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions that Kubernetes adds to CEL: on lists, regular expressions, quantities and URLs. */
final class KubernetesFunctions {
    private static final CelType ANY = SimpleType.DYN;
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType LIST = ListType.create(SimpleType.DYN);
    private static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");

    private final CelBuilder builder;

    private KubernetesFunctions(CelBuilder builder) {
        this.builder = builder;
    }

    static void addTo(CelBuilder builder) {
        KubernetesFunctions functions = new KubernetesFunctions(builder);
        functions.lists();
        functions.expressions();
        functions.quantities();
        functions.one(global("isURL", BOOL, TEXT), String.class, KubernetesFunctions::isUrl);
    }

    private void lists() {
        one(member("isSorted", BOOL, LIST), List.class, list -> sorted(list).equals(list));
        one(member("min", ANY, LIST), List.class, list -> sorted(list).get(0));
        one(member("max", ANY, LIST), List.class, list -> sorted(list).get(list.size() - 1));
        one(member("sum", ANY, LIST), List.class, KubernetesFunctions::sum);
        two(member("indexOf", INT, LIST, ANY), List.class, Object.class, (list, item) -> (long) list.indexOf(item));
        two(member("lastIndexOf", INT, LIST, ANY), List.class, Object.class, (list, item) ->
                (long) list.lastIndexOf(item));
    }

    private void expressions() {
        two(member("find", TEXT, TEXT, TEXT), String.class, String.class, (text, pattern) -> {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            return matcher.find() ? matcher.group() : "";
        });
        two(member("findAll", ListType.create(TEXT), TEXT, TEXT), String.class, String.class, (text, pattern) -> {
            List<String> found = new ArrayList<>();
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
            return found;
        });
    }

    private void quantities() {
        one(
                global("quantity", QUANTITY, TEXT),
                String.class,
                text -> Quantities.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no quantity")));
        one(
                global("isQuantity", BOOL, TEXT),
                String.class,
                text -> Quantities.parse(text).isPresent());
        one(
                member("isInteger", BOOL, QUANTITY),
                BigDecimal.class,
                amount -> amount.stripTrailingZeros().scale() <= 0);
        one(member("asInteger", INT, QUANTITY), BigDecimal.class, BigDecimal::longValueExact);
        one(member("asApproximateFloat", SimpleType.DOUBLE, QUANTITY), BigDecimal.class, BigDecimal::doubleValue);
        one(member("sign", INT, QUANTITY), BigDecimal.class, amount -> (long) amount.signum());
        amounts("isGreaterThan", BOOL, (one, other) -> one.compareTo(other) > 0);
        amounts("isLessThan", BOOL, (one, other) -> one.compareTo(other) < 0);
        amounts("compareTo", INT, (one, other) -> (long) one.compareTo(other));
        amounts("add", QUANTITY, BigDecimal::add);
        amounts("sub", QUANTITY, BigDecimal::subtract);
    }

    private void amounts(String name, CelType result, Binary<BigDecimal, BigDecimal> body) {
        two(member(name, result, QUANTITY, QUANTITY), BigDecimal.class, BigDecimal.class, body);
    }

    private <T> void one(Signature signature, Class<T> type, Unary<T> body) {
        builder.addFunctionDeclarations(signature.declaration())
                .addFunctionBindings(CelFunctionBinding.from(signature.id(), type, body));
    }

    private <A, B> void two(Signature signature, Class<A> first, Class<B> second, Binary<A, B> body) {
        builder.addFunctionDeclarations(signature.declaration())
                .addFunctionBindings(CelFunctionBinding.from(signature.id(), first, second, body));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<?> sorted(List<?> list) {
        List<Comparable> sorted = new ArrayList<>((List<Comparable>) list);
        Collections.sort(sorted);
        return sorted;
    }

    private static Object sum(List<?> list) {
        boolean whole = list.stream().allMatch(Long.class::isInstance);
        return whole
                ? (Object) list.stream().mapToLong(item -> (Long) item).sum()
                : (Object) list.stream()
                        .mapToDouble(item -> ((Number) item).doubleValue())
                        .sum();
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return text.startsWith("/") || (uri.isAbsolute() && uri.getHost() != null);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
