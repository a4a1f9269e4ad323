package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationWorkflow;
import io.temporal.common.converter.DataConverterException;
import io.temporal.worker.WorkflowImplementationOptions;

/** All workflow types of this worker. */
public final class TenantWorkflows {

    /** A payload that cannot be read fails its workflow; by default it would be tried again for ever. */
    private static final WorkflowImplementationOptions OPTIONS = WorkflowImplementationOptions.newBuilder()
            .setFailWorkflowExceptionTypes(DataConverterException.class)
            .build();

    private TenantWorkflows() {}

    public static void addTo(Registration.Builder registration, CompensationPolicy defaultPolicy) {
        registration
                .workflow(OPTIONS, TenantCreationWorkflow.class, () -> new TenantCreation(defaultPolicy))
                .workflows(
                        OPTIONS,
                        HealthCheck.class,
                        Readiness.class,
                        TestEmail.class,
                        ResendWelcomeEmail.class,
                        CheckoutSessionStatusDelivery.class);
    }
}
