package org.cosmofab.bridge.grbl;

import org.cosmofab.bridge.testing.Bench;

/** Grbl over a pseudo-terminal and the serial library. */
class GrblOverPtyTest extends GrblDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.PTY;
    }
}
