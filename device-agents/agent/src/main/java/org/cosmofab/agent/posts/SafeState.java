package org.cosmofab.agent.posts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.machine.StopReport;

/**
 * Brings a machine to rest, heaters and beam off, of which nobody knows what it does: its agent died in the middle.
 *
 * <p>A beam must go out at once, so what speaks Grbl is stopped. What speaks Marlin would be halted by a stop until a
 * person switches it off and on; it is given a program that only cools, which ends what was queued before, and is
 * cancelled if that takes long.
 */
final class SafeState {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final Map<Dialect, SafeProgram> COOLING =
            Map.of(Dialect.MARLIN, safe("M104 S0\nM140 S0\nM107\n", Dialect.MARLIN));

    private SafeState() {}

    /**
     * Blocks until the machine is seen to be safe, or not.
     *
     * @param controls runs the cancel while this thread waits for the program
     * @return why it is not known to be safe; empty if it is
     */
    static Optional<String> reach(MachineDriver driver, Dialect dialect, Executor controls) {
        SafeProgram cooling = COOLING.get(dialect);
        if (cooling == null) {
            return stop(driver);
        }
        Patience patience = new Patience();
        controls.execute(() -> {
            while (!patience.isOverWithin(PATIENCE_MILLIS)) {
                driver.cancel();
            }
        });
        try {
            RunOutcome outcome = driver.run(cooling, (acknowledged, total, status) -> {});
            return outcome instanceof RunOutcome.Lost ? stop(driver) : Optional.empty();
        } finally {
            patience.end();
        }
    }

    private static Optional<String> stop(MachineDriver driver) {
        StopReport report = driver.stop();
        return report.observed() ? Optional.empty() : Optional.of(report.evidence());
    }

    private static SafeProgram safe(String text, Dialect dialect) {
        return Sanitiser.sanitise(text, dialect).fold(Sanitised.Safe::program, refused -> {
            throw new IllegalStateException(refused.toString());
        });
    }
}
