package org.cosmofab.orchestrator.machines;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;

/**
 * What a machine does now, as last heard.
 *
 * @param heardAt workshop time
 * @param cleared whether a person or sensor said that bed or workpiece is clear
 * @param attempt the attempt it works on
 * @param temperatures actual and target in degrees Celsius by sensor
 */
public record LiveState(
        State state,
        Instant heardAt,
        boolean cleared,
        String detail,
        Optional<AttemptId> attempt,
        int line,
        int lines,
        Optional<Instant> etaAt,
        Map<String, Temperature> temperatures,
        Optional<Double> feedMmPerMinute,
        Optional<Double> beamPower) {

    public LiveState {
        temperatures = Map.copyOf(temperatures);
    }

    /** From 0 to 1; 0 when nothing is known. */
    public double fraction() {
        return lines == 0 ? 0 : Math.min(1.0, (double) line / lines);
    }

    /** What a machine does. */
    public enum State {
        UNKNOWN,
        IDLE,
        RUNNING,
        HOLDING,
        WAITING_FOR_PERSON,
        ALARM,
        UNREACHABLE
    }

    /** Degrees Celsius; the target is 0 when off. */
    public record Temperature(double actual, double target) {}
}
