package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Profile;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of admission once more, for specs that went around it: an older definition, a restore, a ratcheted update. */
public final class SpecValidation {
    private SpecValidation() {}

    /**
     * @param name of the worker
     * @param spec as read, without defaults; may lack anything
     * @return every rule that is broken, empty for a good spec; never a value of the spec
     */
    public static List<Violation> validate(String name, @Nullable TemporalWorkerSpec spec) {
        var findings = new Findings();
        findings.unlessMatches(name, Patterns.WORKER_NAME, "metadata.name", Rules.NAME);
        if (spec == null) {
            findings.add("spec", "Required value");
            return findings.violations();
        }
        new SchemaBounds(findings).check("spec", spec);
        ImageRules.check(spec, findings);
        TemporalRules.check(spec, findings);
        ScalingRules.check(spec, findings);
        VariableRules.check(spec, findings);
        VaultRules.check(spec, findings);
        ResourceRules.check(spec, findings);
        TerminationRules.check(spec, findings);
        RolloutRules.check(spec, findings);
        PodTemplateRules.check(spec, findings);
        return findings.violations();
    }

    static boolean isProduction(TemporalWorkerSpec spec) {
        return spec.profile() != Profile.development;
    }
}
