package com.nineminds.temporal.cluster.apply;

import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fields that a manager owns and an apply would change. */
record Conflict(ManagedEntry owner, FieldSet fields) {
    static ApiException refusal(List<Conflict> conflicts) {
        List<Conflict> sorted = new ArrayList<>(conflicts);
        sorted.sort(Comparator.comparing(conflict -> conflict.owner().identity()));
        List<Cause> causes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Conflict conflict : sorted) {
            String owner = conflict.owner().display();
            lines.add("conflicts with " + owner + ":");
            conflict.fields().forEachPath((path, element) -> {
                causes.add(new Cause("FieldManagerConflict", "conflict with " + owner, path));
                lines.add("- " + path);
            });
        }
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: %s: %s"
                        .formatted(causes.get(0).message(), causes.get(0).field())
                : "Apply failed with %d conflicts: %s".formatted(causes.size(), String.join("\n", lines));
        return ApiException.applyConflict(message, causes);
    }
}
