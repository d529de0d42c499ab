package org.cosmofab.bridge.grbl;

import org.cosmofab.bridge.simulated.GrblVariant;
import org.cosmofab.bridge.testing.Bench;

/** The contract on a simulated grblHAL. */
class GrblHalOverMemoryTest extends GrblDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.MEMORY;
    }

    @Override
    GrblVariant variant() {
        return GrblVariant.GRBLHAL;
    }
}
