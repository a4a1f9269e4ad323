package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.Subject;
import java.util.ArrayList;
import java.util.List;

/** Which parameters of a list or watch go together. */
final class CollectionOptions {
    private static final String MATCH = "resourceVersionMatch";
    private static final String INITIAL = "sendInitialEvents";
    private static final String EXACT = "Exact";
    private static final String NOT_OLDER = "NotOlderThan";

    private final ApiRequest request;
    private final List<Cause> causes = new ArrayList<>();

    private CollectionOptions(ApiRequest request) {
        this.request = request;
    }

    /** @throws ApiException 422 naming every parameter that does not fit */
    static void checkList(ApiRequest request) {
        CollectionOptions options = new CollectionOptions(request);
        if (options.given(MATCH)) {
            options.forbid(
                    !options.given("resourceVersion"), MATCH, " is forbidden unless resourceVersion is provided");
            options.forbid(options.given("continue"), MATCH, " is forbidden when continue is provided");
            options.supported(List.of(EXACT, NOT_OLDER, ""));
            boolean exactlyAny = request.query(MATCH).equals(EXACT)
                    && request.query("resourceVersion").equals("0");
            options.forbid(exactlyAny, MATCH, " \"exact\" is forbidden for resourceVersion \"0\"");
        }
        options.forbid(options.given(INITIAL), INITIAL, " is forbidden for list");
        options.refuse();
    }

    /** @throws ApiException 422 naming every parameter that does not fit */
    static void checkWatch(ApiRequest request) {
        CollectionOptions options = new CollectionOptions(request);
        boolean initial = options.given(INITIAL);
        if (initial && !request.query(MATCH).equals(NOT_OLDER)) {
            options.causes.add(
                    Cause.forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }
        if (options.given(MATCH)) {
            options.forbid(!initial, MATCH, " is forbidden for watch unless sendInitialEvents is provided");
            options.supported(List.of(NOT_OLDER));
            options.forbid(options.given("continue"), MATCH, " is forbidden when continue is provided");
        }
        options.refuse();
    }

    private boolean given(String name) {
        return !request.query(name).isEmpty();
    }

    private void forbid(boolean condition, String name, String why) {
        if (condition) {
            causes.add(Cause.forbidden(name, name + why));
        }
    }

    private void supported(List<String> matches) {
        if (!matches.contains(request.query(MATCH))) {
            causes.add(Cause.notSupported(MATCH, TextNode.valueOf(request.query(MATCH)), matches));
        }
    }

    private void refuse() {
        if (!causes.isEmpty()) {
            throw ApiException.invalid(new Subject("meta.k8s.io", "", "ListOptions", ""), causes);
        }
    }
}
