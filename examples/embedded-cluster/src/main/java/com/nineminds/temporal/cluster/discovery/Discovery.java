package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import java.util.List;
import java.util.Optional;

/** The documents from which clients learn what the server has. */
public final class Discovery {
    private static final String VERSION = "v1.36.0+embedded";

    private final Groups groups;
    private final Aggregated aggregated;
    private final OpenApi openApi;

    public Discovery(ResourceTypes types) {
        this.groups = new Groups(types);
        this.aggregated = new Aggregated(groups);
        this.openApi = new OpenApi(groups);
    }

    /**
     * The document at a path, if there is one.
     *
     * @param accept the forms that the client understands
     */
    public Optional<Document> document(String path, String accept) {
        boolean whole = accept.contains("as=APIGroupDiscoveryList") && accept.contains("v=v2;");
        return switch (path) {
            case "/version" -> Optional.of(Document.json(version()));
            case "/api" ->
                Optional.of(
                        whole
                                ? new Document(Aggregated.CONTENT_TYPE, aggregated.document(List.of("")))
                                : Document.json(groups.coreVersions()));
            case "/apis" ->
                Optional.of(
                        whole
                                ? new Document(Aggregated.CONTENT_TYPE, aggregated.document(namedGroups()))
                                : Document.json(groups.list()));
            default -> openApi.document(path).map(Document::json).or(() -> groupOrVersion(path));
        };
    }

    private List<String> namedGroups() {
        return groups.names().stream().filter(name -> !name.isEmpty()).toList();
    }

    private static ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "36")
                .put("gitVersion", VERSION)
                .put("gitCommit", "")
                .put("gitTreeState", "")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", "jvm");
    }

    private Optional<Document> groupOrVersion(String path) {
        String[] parts = path.replaceFirst("^/", "").split("/");
        boolean core = parts[0].equals("api");
        if (parts.length == 2 && parts[0].equals("apis")) {
            return Optional.of(parts[1])
                    .filter(name -> groups.names().contains(name))
                    .map(name -> Document.json(
                            groups.group(name).put("kind", "APIGroup").put("apiVersion", "v1")));
        }
        if (!(core && parts.length == 2) && !(parts[0].equals("apis") && parts.length == 3)) {
            return Optional.empty();
        }
        String apiVersion = core ? parts[1] : parts[1] + "/" + parts[2];
        return groups.resources(apiVersion).isEmpty()
                ? Optional.empty()
                : Optional.of(Document.json(groups.resourceList(apiVersion)));
    }
}
