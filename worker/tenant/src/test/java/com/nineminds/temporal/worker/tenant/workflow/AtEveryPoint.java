package com.nineminds.temporal.worker.tenant.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For a test of an activity of a provisioning and a moment, before its work is done or after it: each of them once. */
@ParameterizedTest
@CsvSource({
    "updateCheckoutSessionStatus, BEFORE",
    "updateCheckoutSessionStatus, AFTER",
    "createTenant, BEFORE",
    "createTenant, AFTER",
    "createAdminUser, BEFORE",
    "createAdminUser, AFTER",
    "setupTenantData, BEFORE",
    "setupTenantData, AFTER",
    "completeProvisioning, BEFORE",
    "completeProvisioning, AFTER",
    "sendWelcomeEmail, BEFORE",
    "sendWelcomeEmail, AFTER"
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AtEveryPoint {}
