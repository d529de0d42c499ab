package org.cosmofab.bridge.marlin;

import org.cosmofab.bridge.testing.Bench;

/** Marlin inside the process. */
class MarlinOverMemoryTest extends MarlinDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.MEMORY;
    }
}
