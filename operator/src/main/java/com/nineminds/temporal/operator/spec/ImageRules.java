package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;

/** What is pulled, and with what: {@code image}, {@code imagePullSecrets}. */
final class ImageRules {
    private ImageRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var image = spec.image();
        findings.unlessMatches(image, Patterns.IMAGE, "spec.image", Rules.IMAGE_REFERENCE);
        findings.unless(
                image == null || !SpecValidation.isProduction(spec) || isPinned(image),
                "spec.image",
                Rules.IMAGE_PINNED);
        findings.unless(
                present(spec.imagePullSecrets()).stream().allMatch(name -> Regex.finds(Patterns.DNS_SUBDOMAIN, name)),
                "spec.imagePullSecrets",
                Rules.PULL_SECRET_NAME);
    }

    private static boolean isPinned(String image) {
        return Regex.finds(Patterns.IMAGE_VERSION, image) && !image.endsWith(":latest");
    }
}
