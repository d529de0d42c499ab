package org.cosmofab.bridge.marlin;

import java.time.Duration;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineDriverContract;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.simulated.SimulatedMarlin;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.WireOpener;

/** The contract on a simulated Marlin printer. */
abstract class MarlinDriverContract extends MachineDriverContract {
    /** Quick, for machines that answer at once. */
    static final MarlinTiming QUICK = new MarlinTiming(
            Duration.ofSeconds(10),
            Duration.ofMillis(800),
            Duration.ofSeconds(20),
            Duration.ofMillis(500),
            Duration.ofMillis(60),
            Duration.ofSeconds(5));

    @Override
    protected SimulatedFirmware newFirmware(ScaledClock workshop) {
        return new SimulatedMarlin(workshop);
    }

    @Override
    protected MachineDriver newDriver(WireOpener opener) {
        return new MarlinDriver(opener, clock, Ticker.system(), QUICK);
    }

    @Override
    protected SafeProgram program(int moves, int feedMmPerMinute) {
        return SamplePrograms.print(moves, feedMmPerMinute);
    }

    /** A halted board comes back only by its switch. */
    @Override
    protected void person() {
        firmware.powerCycle();
    }
}
