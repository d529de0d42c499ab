package org.cosmofab.bridge.grbl;

import org.cosmofab.bridge.simulated.GrblVariant;
import org.cosmofab.bridge.testing.Bench;

/** The contract on a simulated grblHAL. */
class GrblHalOverPtyTest extends GrblDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.PTY;
    }

    @Override
    GrblVariant variant() {
        return GrblVariant.GRBLHAL;
    }
}
