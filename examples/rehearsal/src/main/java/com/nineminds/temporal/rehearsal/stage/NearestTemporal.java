package com.nineminds.temporal.rehearsal.stage;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import java.util.List;

/** Answers for every address with the one server that is here: a worker's own address is a name inside its cluster. */
final class NearestTemporal implements PollerSource {
    private final PollerSource pollers;
    private final String address;

    NearestTemporal(PollerSource pollers, String address) {
        this.pollers = pollers;
        this.address = address;
    }

    @Override
    public List<Sighting> pollers(Frontend ignored, String namespace, String taskQueue) throws ProviderException {
        return pollers.pollers(Frontend.inPlainText(address), namespace, taskQueue);
    }
}
