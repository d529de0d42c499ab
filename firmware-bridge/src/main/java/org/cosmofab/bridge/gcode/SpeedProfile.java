package org.cosmofab.bridge.gcode;

/**
 * How speed goes along one planned stretch: up to cruising speed, along, and down, each part possibly of no length.
 *
 * @param entry speed at the start in mm/s
 * @param cruise highest speed reached in mm/s, no less than entry and exit
 * @param exit speed at the end in mm/s
 * @param acceleration up and down in mm/s2
 * @param length in mm
 */
public record SpeedProfile(double entry, double cruise, double exit, double acceleration, double length) {

    static final SpeedProfile REST = new SpeedProfile(0, 0, 0, 1, 0);

    /**
     * The quickest way over a length that starts and ends at given speeds and never exceeds a nominal one.
     *
     * @param nominal no less than entry and exit
     */
    static SpeedProfile quickest(double entry, double nominal, double exit, double acceleration, double length) {
        double peakSquared = acceleration * length + (entry * entry + exit * exit) / 2;
        double cruise = Math.min(nominal, Math.sqrt(peakSquared));
        return new SpeedProfile(entry, Math.max(cruise, Math.max(entry, exit)), exit, acceleration, length);
    }

    /** Time for the whole stretch. */
    public double seconds() {
        return speedingUpSeconds() + cruisingSeconds() + slowingDownSeconds();
    }

    /** Length covered after a time from the start, in mm. */
    public double distanceAfter(double seconds) {
        double up = speedingUpSeconds();
        if (seconds <= up) {
            return Math.max(0, seconds) * (entry + acceleration * Math.max(0, seconds) / 2);
        }
        double left = seconds() - seconds;
        if (left <= 0) {
            return length;
        }
        if (left < slowingDownSeconds()) {
            return length - left * (exit + acceleration * left / 2);
        }
        return length(entry, cruise) + (seconds - up) * cruise;
    }

    private double speedingUpSeconds() {
        return (cruise - entry) / acceleration;
    }

    private double slowingDownSeconds() {
        return (cruise - exit) / acceleration;
    }

    private double cruisingSeconds() {
        double cruised = length - length(entry, cruise) - length(exit, cruise);
        return cruised > 0 ? cruised / cruise : 0;
    }

    private double length(double slow, double fast) {
        return (fast * fast - slow * slow) / (2 * acceleration);
    }
}
