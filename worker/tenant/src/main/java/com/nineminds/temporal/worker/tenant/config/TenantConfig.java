package com.nineminds.temporal.worker.tenant.config;

import com.nineminds.temporal.worker.runtime.config.Secret;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.tenant.password.HashParameters;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;

/**
 * Everything that the tenant worker needs to know besides what the runtime does.
 *
 * @param pepper of password hashes; the application must have the same, so it does not change while the worker runs
 * @param policy what becomes of a tenant whose provisioning fails, unless its input says otherwise
 * @param showPassword whether temporary passwords are in results and histories
 */
public record TenantConfig(
        DatabaseConfig database,
        EmailConfig email,
        StoreConfig store,
        HashParameters hashing,
        Secret pepper,
        CompensationPolicy policy,
        boolean showPassword) {

    /** Reads and checks the settings; the variables are described in the module's README. */
    public static TenantConfig read(SettingsReader settings, WorkerConfig worker) {
        return new TenantConfigReader(settings, worker).read();
    }
}
