package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.discovery.Discovery;
import com.nineminds.temporal.cluster.discovery.Document;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.write.Target;
import java.util.Optional;
import java.util.Set;

/** Finds out what a request is about and hands it on. */
final class Dispatcher {
    private static final Set<String> HEALTH = Set.of("/healthz", "/livez", "/readyz");

    private final ResourceTypes types;
    private final Discovery discovery;
    private final Resources resources;
    private final Interference interference;

    Dispatcher(ResourceTypes types, Discovery discovery, Resources resources, Interference interference) {
        this.types = types;
        this.discovery = discovery;
        this.resources = resources;
        this.interference = interference;
    }

    ApiResponse handle(ApiRequest request) throws InterruptedException {
        if (HEALTH.contains(request.path())) {
            return ApiResponse.text(200, "ok");
        }
        Optional<Document> document = discovery.document(request.path(), request.header("accept"));
        if (document.isPresent()) {
            interference.before("get", "-", "");
            return ApiResponse.document(document.get());
        }
        Optional<RequestPath> path = RequestPath.parse(request.path()).filter(this::isServed);
        return path.isPresent() ? resource(request, path.get()).get() : ApiResponse.text(404, "404 page not found\n");
    }

    private boolean isServed(RequestPath path) {
        return types.all()
                .anyMatch(type ->
                        type.group().equals(path.group()) && type.version().equals(path.version()));
    }

    private Served resource(ApiRequest request, RequestPath path) {
        ResourceType type =
                types.find(path.group(), path.version(), path.resource()).orElseThrow(ApiException::unknownResource);
        Verb verb = Verb.of(request, path);
        Target target = new Target(type, path.namespace(), path.name(), path.subresource());
        return () -> {
            String suffix = path.subresource().isEmpty() ? "" : "/" + path.subresource();
            interference.before(verb.text(), type.storage() + suffix, path.name());
            return type.stored() ? resources.serve(verb, target, request) : Reviews.answer(type, request);
        };
    }

    private interface Served {
        ApiResponse get() throws InterruptedException;
    }
}
