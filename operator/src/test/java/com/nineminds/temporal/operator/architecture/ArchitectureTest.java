package com.nineminds.temporal.operator.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The rules that keep the rooms apart, each with its reason. */
@AnalyzeClasses(packages = "com.nineminds.temporal.operator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "com.nineminds.temporal.operator.";
    private static final String[] PURE = {
        ROOT + "decide..",
        ROOT + "health..",
        ROOT + "revision..",
        ROOT + "resources..",
        ROOT + "spec..",
        ROOT + "plan..",
        ROOT + "report"
    };

    @ArchTest
    static final ArchRule the_decider_knows_only_records = classes()
            .that()
            .resideInAPackage(ROOT + "decide..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.."))
                    .or(resideInAPackage("com.nineminds.temporal.api.."))
                    .or(resideInAPackage(ROOT + "decide..")))
            .because(
                    "a decision must be provable by enumeration: no client, no Kubernetes type, no log may take part in it");

    @ArchTest
    static final ArchRule pure_packages_do_no_io = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.fabric8.kubernetes.client..",
                    "io.javaoperatorsdk..",
                    "io.temporal..",
                    "java.net..",
                    "java.nio.file..",
                    "org.slf4j..")
            .because(
                    "what they compute is tested by golden files and enumeration, which needs the same answer every time");

    @ArchTest
    static final ArchRule time_is_a_parameter = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "OperatorApplication")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock, and a deadline must survive a restart");

    @ArchTest
    static final ArchRule nothing_runs_in_the_common_pool = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("parallel|parallelStream|commonPool")))
            .because("from Java 25 on every answer to the HTTP client passes it, and on two cores it is one thread");

    @ArchTest
    static final ArchRule the_operator_sdk_stays_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "reconcile..", "com.nineminds.temporal.operator")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javaoperatorsdk..")
            .because("a new version of the SDK must be a change of one package");

    @ArchTest
    static final ArchRule temporal_types_stay_in_temporal = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "temporal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.temporal..", "io.grpc..")
            .because("gates judge sightings, not protobufs");

    @ArchTest
    static final ArchRule rooms_have_no_cycles = slices().matching("com.nineminds.temporal.operator.(*)..")
            .should()
            .beFreeOfCycles()
            .because("observe, decide, act and report follow each other in one direction");
}
