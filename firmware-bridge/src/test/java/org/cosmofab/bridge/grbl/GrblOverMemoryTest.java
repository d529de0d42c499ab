package org.cosmofab.bridge.grbl;

import org.cosmofab.bridge.testing.Bench;

/** Grbl inside the process. */
class GrblOverMemoryTest extends GrblDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.MEMORY;
    }
}
