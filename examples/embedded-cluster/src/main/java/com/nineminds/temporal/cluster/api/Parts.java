package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.admission.Admission;
import com.nineminds.temporal.cluster.builtin.BuiltInTypes;
import com.nineminds.temporal.cluster.custom.CustomTypes;
import com.nineminds.temporal.cluster.discovery.Discovery;
import com.nineminds.temporal.cluster.faults.Faults;
import com.nineminds.temporal.cluster.gc.Collector;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.quota.PodQuota;
import com.nineminds.temporal.cluster.read.Lists;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.subresource.Binding;
import com.nineminds.temporal.cluster.subresource.Eviction;
import com.nineminds.temporal.cluster.table.Tables;
import com.nineminds.temporal.cluster.write.Deleter;
import com.nineminds.temporal.cluster.write.Writer;
import java.util.ArrayList;
import java.util.List;

/** Everything a server consists of, wired. */
record Parts(Dispatcher dispatcher, Faults faults, RequestCounts requests, Collector collector)
        implements AutoCloseable {
    static Parts assemble(ApiServerOptions options) {
        ObjectStore store = new ObjectStore();
        ResourceTypes types = new ResourceTypes(BuiltInTypes.all(), CustomTypes::of);
        store.listen(types::accept);
        List<Admission> admissions = new ArrayList<>(options.admissions());
        admissions.add(new PodQuota(store));
        Writer writer = new Writer(store, admissions, options.clock());
        Deleter deleter = new Deleter(store, options.clock());
        Collector collector = Collector.start(store, types, writer, deleter);
        Bootstrap.run(types, writer);
        Faults faults = new Faults();
        RequestCounts requests = new RequestCounts();
        var budgets = types.find("policy", "v1", "poddisruptionbudgets").orElseThrow();
        Reads reads = new Reads(store, new Lists(store), faults, new Tables(options.clock()), options.logs());
        Writes writes = new Writes(store, types, writer, deleter);
        Actions actions = new Actions(
                new Eviction(store, writer, deleter, budgets, options.clock()), new Binding(writer, options.clock()));
        Dispatcher dispatcher = new Dispatcher(
                types, new Discovery(types), new Resources(reads, writes, actions), new Interference(faults, requests));
        return new Parts(dispatcher, faults, requests, collector);
    }

    @Override
    public void close() {
        collector.close();
    }
}
