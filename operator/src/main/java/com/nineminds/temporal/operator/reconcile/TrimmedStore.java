package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.apply.ForeignFields;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;

/**
 * What an informer keeps of each object: all that a reconcile reads. Left out are the managed fields, which are most of an object's heap,
 * but for those by which others own a part of a pod template; and the spec of a pod, as its revision has it. Revisions, of which there
 * are several to a worker, are kept as text.
 */
public final class TrimmedStore<R extends HasMetadata> extends BasicItemStore<R> {
    /** Objects per request while a cache is filled: only of one page at a time there is more in memory than what is kept. */
    public static final long PAGE = 200;

    public TrimmedStore() {
        super(Cache::metaNamespaceKeyFunc);
    }

    @Override
    public R put(String key, R object) {
        trim(object);
        return super.put(key, object);
    }

    private static void trim(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            ForeignFields.keepOnly(deployment);
        } else {
            object.getMetadata().setManagedFields(List.of());
        }
        if (object instanceof Pod pod) {
            pod.setSpec(null);
        } else if (object instanceof ControllerRevision revision) {
            ControllerRevisions.keepDataAsText(revision);
        }
    }
}
