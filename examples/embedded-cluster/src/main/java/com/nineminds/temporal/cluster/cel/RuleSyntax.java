package com.nineminds.temporal.cluster.cel;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Optional;

/**
 * What is wrong with a rule by itself. That its fields exist is not checked, nor what it may cost: a real API server refuses such
 * rules, this one does not.
 */
public final class RuleSyntax {
    private RuleSyntax() {}

    /** Empty when the rule can be read, and gives true or false as far as can be told. */
    public static Optional<String> check(String rule) {
        CelValidationResult parsed = CelLanguage.OPTIONAL.parse(rule);
        if (parsed.hasError()) {
            return Optional.of("compilation failed: " + parsed.getErrorString());
        }
        try {
            CelType type = CelLanguage.PLAIN.check(parsed.getAst()).getAst().getResultType();
            boolean fits = type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN);
            return fits ? Optional.empty() : Optional.of("cel expression must evaluate to a bool");
        } catch (CelValidationException unknownHere) {
            return Optional.empty();
        }
    }
}
