package com.nineminds.temporal.cluster.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;

/**
 * The language of the rules: CEL with the libraries that Kubernetes adds. Values are dynamically typed, so that a
 * misspelt field shows when a rule is evaluated, not when it is compiled as in Kubernetes.
 */
final class CelLanguage {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableRegexPartialMatch(true)
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .enableOptionalSyntax(true)
            .build();

    /** For rules where {@code oldSelf} is the value before the update. */
    static final Cel PLAIN = build(SimpleType.DYN);

    /** For rules where {@code oldSelf} is an optional. */
    static final Cel OPTIONAL = build(OptionalType.create(SimpleType.DYN));

    private CelLanguage() {}

    private static Cel build(CelType oldSelf) {
        var optional = CelExtensions.optional();
        var strings = CelExtensions.strings();
        var sets = CelExtensions.sets(OPTIONS);
        var math = CelExtensions.math(OPTIONS);
        var encoders = CelExtensions.encoders(OPTIONS);
        var comprehensions = CelExtensions.comprehensions();
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("self", SimpleType.DYN)
                .addVar("oldSelf", oldSelf)
                .addCompilerLibraries(optional, strings, sets, math, encoders, comprehensions, CelExtensions.bindings())
                .addRuntimeLibraries(optional, strings, sets, math, encoders, comprehensions);
        KubernetesFunctions.addTo(builder);
        return builder.build();
    }
}
