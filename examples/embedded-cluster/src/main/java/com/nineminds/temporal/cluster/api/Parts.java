package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.discovery.Discovery;
import com.nineminds.temporal.cluster.faults.Faults;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.write.Writer;

/** Everything a server consists of, wired. */
record Parts(Dispatcher dispatcher, Faults faults, RequestCounts requests) implements AutoCloseable {
    static Parts assemble(ApiServerOptions options) {
        ObjectStore store = new ObjectStore();
        ResourceTypes types = new ResourceTypes();
        store.listen(types::accept);
        Writer writer = new Writer(store, options.admissions(), options.clock());
        Bootstrap.run(types, writer);
        Faults faults = new Faults();
        RequestCounts requests = new RequestCounts();
        Resources resources = new Resources(store, writer, options.logs());
        Dispatcher dispatcher =
                new Dispatcher(types, new Discovery(types), resources, new Interference(faults, requests));
        return new Parts(dispatcher, faults, requests);
    }

    @Override
    public void close() {}
}
