package org.cosmofab.bridge.grbl;

import java.time.Duration;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineDriverContract;
import org.cosmofab.bridge.simulated.GrblProfile;
import org.cosmofab.bridge.simulated.GrblVariant;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.simulated.SimulatedGrbl;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.WireOpener;

/** The contract on a simulated laser with a firmware of the family; Grbl itself if nothing else is said. */
abstract class GrblDriverContract extends MachineDriverContract {
    /** Quick, for machines that answer at once. */
    static final GrblTiming QUICK = new GrblTiming(
            Duration.ofSeconds(8),
            Duration.ofMillis(50),
            Duration.ofSeconds(2),
            Duration.ofMillis(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    @Override
    protected SimulatedFirmware newFirmware(ScaledClock workshop) {
        return new SimulatedGrbl(workshop, GrblProfile.laserCutter(), variant());
    }

    GrblVariant variant() {
        return GrblVariant.GRBL;
    }

    @Override
    protected MachineDriver newDriver(WireOpener opener) {
        return new GrblDriver(opener, clock, Ticker.system(), QUICK);
    }

    @Override
    protected SafeProgram program(int moves, int feedMmPerMinute) {
        return SamplePrograms.cut(moves, feedMmPerMinute);
    }
}
