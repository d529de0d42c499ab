package org.cosmofab.orchestrator.preparation.domain;

import java.time.Duration;
import org.cosmofab.bridge.gcode.SafeProgram;

/**
 * The time a printer takes to heat and to find its home, which a planner of moves cannot see: reckoned from the order in
 * which the program itself sets and awaits its temperatures.
 */
public final class WarmUp {
    /** Changes whenever the same program would be told another time. */
    public static final String VERSION = "warm-up 1";

    private static final double ROOM_CELSIUS = 21;
    private static final double NOZZLE_DEGREES_PER_SECOND = 2.0;
    private static final double BED_DEGREES_PER_SECOND = 0.6;
    private static final double HOMING_SECONDS = 12;

    /** Source: Marlin 2.1.2, Configuration.h, TEMP_RESIDENCY_TIME. */
    private static final double RESIDENCY_SECONDS = 10;

    private final Heater nozzle = new Heater(NOZZLE_DEGREES_PER_SECOND);
    private final Heater bed = new Heater(BED_DEGREES_PER_SECOND);
    private double seconds;

    private WarmUp() {}

    /** Of a program in Marlin's dialect, from a cold machine on. */
    public static Duration of(SafeProgram program) {
        WarmUp warmUp = new WarmUp();
        for (SafeProgram.Line line : program.lines()) {
            warmUp.read(line.text());
        }
        return Duration.ofMillis(Math.round(warmUp.seconds * 1000));
    }

    private void read(String line) {
        int space = line.indexOf(' ');
        switch (space < 0 ? line : line.substring(0, space)) {
            case "G28" -> seconds += HOMING_SECONDS;
            case "M104" -> nozzle.set(degrees(line), seconds);
            case "M109" -> await(nozzle, line);
            case "M140" -> bed.set(degrees(line), seconds);
            case "M190" -> await(bed, line);
            case "G1" -> {
                if (line.contains("E") && line.contains("X")) {
                    // It prints: heaters are where they were told to be, however long the way there took.
                    nozzle.arrive();
                    bed.arrive();
                }
            }
            default -> {
                // It heats nothing.
            }
        }
    }

    private void await(Heater heater, String line) {
        heater.set(degrees(line), seconds);
        seconds += heater.secondsToTarget() + RESIDENCY_SECONDS;
    }

    private static double degrees(String line) {
        for (String word : line.split(" ")) {
            if (word.startsWith("S") || word.startsWith("R")) {
                return Double.parseDouble(word.substring(1));
            }
        }
        return 0;
    }

    /** Warms at an even rate; what it loses while it is off is not reckoned. */
    private static final class Heater {
        private final double degreesPerSecond;
        private double celsius = ROOM_CELSIUS;
        private double target = ROOM_CELSIUS;
        private double since;

        Heater(double degreesPerSecond) {
            this.degreesPerSecond = degreesPerSecond;
        }

        void set(double degrees, double now) {
            celsius = Math.min(Math.max(celsius, target), celsius + (now - since) * degreesPerSecond);
            target = degrees;
            since = now;
        }

        double secondsToTarget() {
            return Math.max(0, (target - celsius) / degreesPerSecond);
        }

        void arrive() {
            celsius = Math.max(celsius, target);
        }
    }
}
