package org.cosmofab.agent.mqtt;

class InMemoryLinkTest extends LinkContract {

    @Override
    FarSide newFarSide() {
        return new InMemoryBroker();
    }
}
