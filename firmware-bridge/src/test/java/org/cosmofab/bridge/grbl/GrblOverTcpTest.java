package org.cosmofab.bridge.grbl;

import org.cosmofab.bridge.testing.Bench;

/** Grbl over TCP. */
class GrblOverTcpTest extends GrblDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.TCP;
    }
}
