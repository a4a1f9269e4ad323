package com.nineminds.temporal.operator.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
        packages = "com.nineminds.temporal.operator.report",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ReportArchitectureTest {
    @ArchTest
    static final ArchRule REPORTS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("com.nineminds.temporal.operator.report")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..report.events..",
                    "io.fabric8.kubernetes.client..",
                    "io.javaoperatorsdk..",
                    "org.slf4j..",
                    "java.io..",
                    "java.net..",
                    "java.util.concurrent..")
            .because(
                    "a status is a function of what was decided and seen, so that the same input makes no second write");

    @ArchTest
    static final ArchRule TIME_IS_A_PARAMETER = noClasses()
            .that()
            .resideInAPackage("com.nineminds.temporal.operator.report")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a clock of its own would make two reports of one moment differ");
}
