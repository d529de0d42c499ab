package org.cosmofab.bridge.machine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A machine as it was last heard of.
 *
 * @param state what it does
 * @param heardAt when it last said anything, in workshop time
 * @param detail the firmware's words for a fault or for what it waits for, else empty
 * @param temperatures by sensor, such as {@code nozzle} and {@code bed}
 * @param position in work co-ordinates, if known
 * @param feedMmPerMinute if the firmware tells
 * @param beamPower spindle speed or beam power in the firmware's own scale, if it tells
 */
public record MachineStatus(
        State state,
        Instant heardAt,
        String detail,
        Map<String, Temperature> temperatures,
        Optional<Position> position,
        Optional<Double> feedMmPerMinute,
        Optional<Double> beamPower) {

    public MachineStatus {
        temperatures = Map.copyOf(temperatures);
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

    /** Degrees Celsius; the target is 0 when the heater is off. */
    public record Temperature(double actual, double target) {}

    /** Millimetres. */
    public record Position(double x, double y, double z) {}
}
