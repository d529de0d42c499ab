package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cosmofab.bridge.gcode.Odometer;
import org.cosmofab.bridge.gcode.Point;

/**
 * What a simulated machine really did, whatever it told its host. Thread-safe; each answer is of its own moment.
 */
public final class GroundTruth {
    /** A workshop may run for weeks; older lines are forgotten. */
    private static final int LINES_MAX = 20_000;

    private final Deque<String> executed = new ArrayDeque<>();
    private long executedCount;
    private int restarts;
    private Point position = Point.ORIGIN;
    private double filamentNowMm;
    private double filamentMm;
    private double beamOnMm;
    private boolean beamOn;
    private boolean heatersOn;
    private long busyNanos;

    GroundTruth() {}

    /** The lines that were executed, without number and checksum, in order; the latest 20 000. */
    public synchronized List<String> executed() {
        return List.copyOf(executed);
    }

    public synchronized long executedCount() {
        return executedCount;
    }

    /** How often it was switched on or reset, the first time included. */
    public synchronized int restarts() {
        return restarts;
    }

    /** Where the tool is, in machine co-ordinates; the end of the last stretch that was gone. */
    public synchronized Point position() {
        return position;
    }

    /** Filament used since it was made, counted as {@link Odometer} does. */
    public synchronized double extrudedMm() {
        return filamentMm;
    }

    /** Way gone with the beam on since it was made. */
    public synchronized double beamOnMm() {
        return beamOnMm;
    }

    /** Whether the beam burns at this moment. */
    public synchronized boolean beamOn() {
        return beamOn;
    }

    /** Whether any heater has a target. */
    public synchronized boolean heatersOn() {
        return heatersOn;
    }

    /** Workshop time spent moving, dwelling and heating; waiting for a host is no part of it. */
    public synchronized Duration busyTime() {
        return Duration.ofNanos(busyNanos);
    }

    synchronized void executed(String line) {
        executedCount++;
        executed.addLast(line);
        if (executed.size() > LINES_MAX) {
            executed.removeFirst();
        }
    }

    synchronized void restarted() {
        restarts++;
        beamOn = false;
        heatersOn = false;
    }

    synchronized void went(Point to, double filament, double beamOnWay, long nanos) {
        position = to;
        filamentNowMm += filament;
        filamentMm = Math.max(filamentMm, filamentNowMm);
        beamOnMm += beamOnWay;
        busyNanos += nanos;
    }

    synchronized void beam(boolean on) {
        beamOn = on;
    }

    synchronized void heaters(boolean on) {
        heatersOn = on;
    }
}
