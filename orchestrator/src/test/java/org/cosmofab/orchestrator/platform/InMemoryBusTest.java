package org.cosmofab.orchestrator.platform;

import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.testing.InMemoryBus;

class InMemoryBusTest extends MessageBusContract {

    @Override
    MessageBus connectedBus() {
        return new InMemoryBus();
    }
}
