package com.nineminds.temporal.deploy.gitops;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the expressions of a Kustomization as Flux does: in a fixed order, and the first that is true tells. */
final class Flux {
    private static final Path KUSTOMIZATION = Path.of("flux", "workers.yaml");
    private static final Cel CEL = CelFactory.standardCelBuilder()
            .setOptions(CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("metadata", SimpleType.DYN)
            .addVar("status", SimpleType.DYN)
            .build();

    /** {@code Unknown}: an expression could not be evaluated; Flux goes on waiting. */
    enum Health {
        InProgress,
        Failed,
        Current,
        Unknown
    }

    /** In the order in which they are asked. */
    private static final Map<Health, CelRuntime.Program> EXPRESSIONS = expressions();

    private Flux() {}

    static Health health(Map<String, Object> worker) {
        for (Map.Entry<Health, CelRuntime.Program> expression : EXPRESSIONS.entrySet()) {
            Optional<Boolean> told = evaluate(expression.getValue(), worker);
            if (told.isEmpty()) {
                return Health.Unknown;
            } else if (told.get()) {
                return expression.getKey();
            }
        }
        return Health.InProgress;
    }

    /** Absent where the expression asks for what is not there. */
    private static Optional<Boolean> evaluate(CelRuntime.Program expression, Map<String, Object> worker) {
        try {
            return expression.eval(worker) instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    private static Map<Health, CelRuntime.Program> expressions() {
        Map<?, ?> spec = (Map<?, ?>) Workers.yaml(KUSTOMIZATION).get("spec");
        Map<?, ?> worker = (Map<?, ?>) ((List<?>) spec.get("healthCheckExprs")).get(0);
        Map<Health, CelRuntime.Program> expressions = new EnumMap<>(Health.class);
        expressions.put(Health.InProgress, program((String) worker.get("inProgress")));
        expressions.put(Health.Failed, program((String) worker.get("failed")));
        expressions.put(Health.Current, program((String) worker.get("current")));
        return expressions;
    }

    private static CelRuntime.Program program(String expression) {
        try {
            return CEL.createProgram(CEL.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }
}
