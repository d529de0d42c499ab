package org.cosmofab.bridge.marlin;

import org.cosmofab.bridge.testing.Bench;

/** Marlin over TCP. */
class MarlinOverTcpTest extends MarlinDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.TCP;
    }
}
