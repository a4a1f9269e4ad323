package com.nineminds.temporal.worker.tenant.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a run of {@link TenantCreationWorkflow} is. */
public enum TenantCreationStep {
    @JsonProperty("initializing")
    INITIALIZING,
    @JsonProperty("creating_tenant")
    CREATING_TENANT,
    @JsonProperty("creating_admin_user")
    CREATING_ADMIN_USER,
    @JsonProperty("setting_up_data")
    SETTING_UP_DATA,
    @JsonProperty("sending_welcome_email")
    SENDING_WELCOME_EMAIL,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("failed")
    FAILED
}
