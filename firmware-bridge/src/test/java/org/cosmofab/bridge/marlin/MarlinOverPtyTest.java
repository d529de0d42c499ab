package org.cosmofab.bridge.marlin;

import org.cosmofab.bridge.testing.Bench;

/** Marlin over a pseudo-terminal and the serial library. */
class MarlinOverPtyTest extends MarlinDriverContract {
    @Override
    protected Bench.Kind wire() {
        return Bench.Kind.PTY;
    }
}
