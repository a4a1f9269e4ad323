package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.wire.AdminUser;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant cannot be made without. All that is missing is told at once, before anything is done. */
final class InputRules {

    private InputRules() {}

    static void check(@Nullable TenantCreationInput input) {
        if (input == null) {
            throw Failures.validation("the input is missing: give tenantName and adminUser");
        }
        List<String> missing = new ArrayList<>();
        require("tenantName", input.tenantName(), missing);
        AdminUser admin = input.adminUser();
        if (isMissing(admin)) {
            missing.add("adminUser");
        } else {
            require("adminUser.firstName", admin.firstName(), missing);
            require("adminUser.lastName", admin.lastName(), missing);
            require("adminUser.email", admin.email(), missing);
        }
        if (!missing.isEmpty()) {
            throw Failures.validation("missing or blank: " + String.join(", ", missing));
        }
    }

    private static void require(String field, @Nullable String value, List<String> missing) {
        if (value == null || value.isBlank()) {
            missing.add(field);
        }
    }

    /** Records promise to have all of their components; JSON promises nothing. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }
}
