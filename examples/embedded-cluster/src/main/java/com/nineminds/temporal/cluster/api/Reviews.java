package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.kind.ResourceType;

/** Answers questions about access. Everybody may do everything. */
final class Reviews {
    private Reviews() {}

    static ApiResponse answer(ResourceType type, ApiRequest request) {
        ObjectNode review = request.object();
        review.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode status = review.putObject("status");
        switch (type.kind()) {
            case "SelfSubjectAccessReview" -> status.put("allowed", true);
            case "SelfSubjectRulesReview" -> {
                ObjectNode rule = status.putArray("resourceRules").addObject();
                for (String part : new String[] {"verbs", "apiGroups", "resources"}) {
                    any(rule.putArray(part));
                }
                ObjectNode paths = status.putArray("nonResourceRules").addObject();
                any(paths.putArray("verbs"));
                any(paths.putArray("nonResourceURLs"));
                status.put("incomplete", false);
            }
            default -> throw ApiException.methodNotAllowed();
        }
        return ApiResponse.json(201, review);
    }

    private static void any(ArrayNode list) {
        list.add("*");
    }
}
