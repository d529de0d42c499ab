package org.cosmofab.bridge.simulated;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cosmofab.bridge.gcode.AxisLimits;
import org.cosmofab.bridge.gcode.KinematicLimits;

/**
 * What a simulated Grbl machine is: a laser or a mill, how large and how quick. Its settings are told by {@code $$}.
 *
 * @param travelX in millimetres, from 0; likewise the others
 * @param softLimits whether a move that would leave the travel is an alarm
 */
public record GrblProfile(boolean laser, double travelX, double travelY, double travelZ, boolean softLimits) {
    private static final double SPEED_MM_PER_MINUTE = 12_000;
    private static final double SPEED_Z_MM_PER_MINUTE = 1_000;
    private static final double ACCELERATION = 1_500;
    private static final double ACCELERATION_Z = 200;
    private static final int SECONDS_PER_MINUTE = 60;

    /** A laser cutter of a usual size. */
    public static GrblProfile laserCutter() {
        return new GrblProfile(true, 600, 400, 50, false);
    }

    /** A small mill. */
    public static GrblProfile mill() {
        return new GrblProfile(false, 300, 200, 80, false);
    }

    /** The same machine that guards its travel. */
    public GrblProfile withSoftLimits() {
        return new GrblProfile(laser, travelX, travelY, travelZ, true);
    }

    KinematicLimits limits() {
        double speed = SPEED_MM_PER_MINUTE / SECONDS_PER_MINUTE;
        return KinematicLimits.ofGrbl(
                new AxisLimits(speed, speed, SPEED_Z_MM_PER_MINUTE / SECONDS_PER_MINUTE, 1),
                new AxisLimits(ACCELERATION, ACCELERATION, ACCELERATION_Z, 1));
    }

    /** Source: Grbl 1.1, settings.md. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("$0", "10");
        settings.put("$1", "25");
        settings.put("$10", "1");
        settings.put("$11", "0.010");
        settings.put("$12", "0.002");
        settings.put("$13", "0");
        settings.put("$20", softLimits ? "1" : "0");
        settings.put("$21", "0");
        settings.put("$22", softLimits ? "1" : "0");
        settings.put("$30", "1000");
        settings.put("$31", "0");
        settings.put("$32", laser ? "1" : "0");
        settings.put("$110", "12000.000");
        settings.put("$111", "12000.000");
        settings.put("$112", "1000.000");
        settings.put("$120", "1500.000");
        settings.put("$121", "1500.000");
        settings.put("$122", "200.000");
        settings.put("$130", millimetres(travelX));
        settings.put("$131", millimetres(travelY));
        settings.put("$132", millimetres(travelZ));
        return settings;
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
