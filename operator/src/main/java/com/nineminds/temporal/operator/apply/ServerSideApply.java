package com.nineminds.temporal.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Applies one object with the operator's field manager, only if that changes something. What was applied last is known by a hash
 * in an annotation, so a field that we stop wanting is dropped, and a field that someone edited is told apart from one we changed.
 */
public final class ServerSideApply {
    /** Never rename: ownership of every field hangs on it. */
    public static final String FIELD_MANAGER = "temporal-worker-operator";

    static final String APPLIED_HASH = TemporalWorker.GROUP + "/applied-hash";
    /** Makes an apply that must create fail with a conflict if the object exists. */
    static final String MUST_NOT_EXIST = "1";

    private final KubernetesClient client;
    private final Cache cache;

    public ServerSideApply(KubernetesClient client, Cache cache) {
        this.client = client;
        this.cache = cache;
    }

    /**
     * @param desired carries the controller reference of the worker
     * @param cached the object as the cache knows it
     */
    public <T extends HasMetadata> Outcome apply(T desired, Optional<? extends HasMetadata> cached) {
        T signed = sign(desired);
        return cached.map(actual -> update(signed, actual)).orElseGet(() -> create(signed));
    }

    private Outcome update(HasMetadata desired, HasMetadata actual) {
        if (!sameController(desired, actual)) {
            return ofPredecessor(desired, actual) ? Outcome.LEAVING : Outcome.FOREIGN;
        }
        boolean sameIntent = hash(desired).equals(hash(actual));
        if (sameIntent && Drift.covers(json(actual), json(desired))) {
            return Outcome.UNCHANGED;
        }
        desired.getMetadata().setResourceVersion(actual.getMetadata().getResourceVersion());
        write(desired);
        return sameIntent ? Outcome.REPAIRED : Outcome.UPDATED;
    }

    private Outcome create(HasMetadata desired) {
        desired.getMetadata().setResourceVersion(MUST_NOT_EXIST);
        try {
            write(desired);
            return Outcome.CREATED;
        } catch (KubernetesClientException e) {
            if (e.getCode() != 409) {
                throw e;
            }
        }
        // The cache did not know it: either it is another's, or ours with its labels removed.
        desired.getMetadata().setResourceVersion(null);
        HasMetadata live = client.resource(desired).get();
        return live == null ? create(desired) : update(desired, live);
    }

    private void write(HasMetadata desired) {
        cache.remember(client.resource(desired)
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply());
    }

    private <T extends HasMetadata> T sign(T desired) {
        T signed = client.getKubernetesSerialization().clone(desired);
        Map<String, String> annotations = new TreeMap<>();
        if (signed.getMetadata().getAnnotations() != null) {
            annotations.putAll(signed.getMetadata().getAnnotations());
        }
        annotations.put(APPLIED_HASH, digest(json(signed).toString()));
        signed.getMetadata().setAnnotations(annotations);
        return signed;
    }

    private static String hash(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(APPLIED_HASH, "");
    }

    private JsonNode json(HasMetadata object) {
        return client.getKubernetesSerialization().convertValue(object, JsonNode.class);
    }

    private static boolean sameController(HasMetadata desired, HasMetadata actual) {
        return controller(desired)
                .map(OwnerReference::getUid)
                .equals(controller(actual).map(OwnerReference::getUid));
    }

    /** A name belongs to one object at a time, so the one with the other UID was deleted. */
    private static boolean ofPredecessor(HasMetadata desired, HasMetadata actual) {
        return controller(desired)
                .map(ServerSideApply::nameOfOwner)
                .equals(controller(actual).map(ServerSideApply::nameOfOwner));
    }

    private static String nameOfOwner(OwnerReference owner) {
        return owner.getKind() + "." + owner.getApiVersion() + "/" + owner.getName();
    }

    private static Optional<OwnerReference> controller(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst();
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
