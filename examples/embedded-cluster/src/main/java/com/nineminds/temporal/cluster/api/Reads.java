package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.faults.Faults;
import com.nineminds.temporal.cluster.read.ListOptions;
import com.nineminds.temporal.cluster.read.Lists;
import com.nineminds.temporal.cluster.read.Page;
import com.nineminds.temporal.cluster.read.Revisions;
import com.nineminds.temporal.cluster.read.Selection;
import com.nineminds.temporal.cluster.read.WatchOptions;
import com.nineminds.temporal.cluster.read.WatchSession;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.subresource.Scale;
import com.nineminds.temporal.cluster.table.Tables;
import com.nineminds.temporal.cluster.view.View;
import com.nineminds.temporal.cluster.write.Target;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Serves get, list and watch. */
final class Reads {
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(30);

    private final ObjectStore store;
    private final Lists lists;
    private final Faults faults;
    private final Tables tables;
    private final PodLogs logs;

    Reads(ObjectStore store, Lists lists, Faults faults, Tables tables, PodLogs logs) {
        this.store = store;
        this.lists = lists;
        this.faults = faults;
        this.tables = tables;
        this.logs = logs;
    }

    ApiResponse get(Target target, ApiRequest request) {
        ObjectNode object = store.get(target.key()).orElseThrow(() -> ApiException.notFound(target.subject()));
        return switch (target.subresource()) {
            case "", "status" -> ApiResponse.json(200, view(target, request).one(object));
            case "scale" -> ApiResponse.json(200, new Scale(target.type()).of(object));
            case "log" -> PodLogResponse.of(logs, target, request);
            default -> throw ApiException.methodNotAllowed();
        };
    }

    ApiResponse list(Target target, ApiRequest request) {
        return ApiResponse.json(200, view(target, request).list(page(target, request)));
    }

    /** The part of a collection that a request is about. */
    Page page(Target target, ApiRequest request) {
        CollectionOptions.checkList(request);
        return lists.list(selection(target, request), pageOptions(request));
    }

    /** A watch of one object is a watch of the collection that selects its name. */
    ApiResponse watch(Target target, ApiRequest request) {
        WatchOptions options = new WatchOptions(
                request.query("resourceVersion"),
                request.flag("allowWatchBookmarks"),
                request.flag("sendInitialEvents"),
                timeout(request));
        CollectionOptions.checkWatch(request);
        Revisions.check(request.query("resourceVersion"));
        UnaryOperator<ObjectNode> shown = view(target, request).stream();
        WatchSession session = new WatchSession(store, faults, selection(target, request), options, shown);
        return new ApiResponse.Streamed("application/json", session::writeTo);
    }

    View view(Target target, ApiRequest request) {
        return new View(target.type(), request.header("accept"), request.query("includeObject"), tables);
    }

    private Selection selection(Target target, ApiRequest request) {
        String fields = request.query("fieldSelector");
        String named = target.name().isEmpty() ? fields : "metadata.name=" + target.name();
        return Selection.of(target.type(), target.namespace(), request.query("labelSelector"), named);
    }

    private static ListOptions pageOptions(ApiRequest request) {
        return new ListOptions(
                (int) request.number("limit", 0),
                request.query("continue"),
                request.query("resourceVersion"),
                request.query("resourceVersionMatch").equals("Exact"));
    }

    private static Duration timeout(ApiRequest request) {
        Duration asked = Duration.ofSeconds(request.number("timeoutSeconds", LONGEST_WATCH.toSeconds()));
        return asked.isZero() ? LONGEST_WATCH : asked;
    }
}
