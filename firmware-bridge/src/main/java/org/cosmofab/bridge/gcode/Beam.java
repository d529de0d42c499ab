package org.cosmofab.bridge.gcode;

/**
 * What a laser's beam, or a mill's spindle, is told to do.
 *
 * @param power in the firmware's own scale, as S gives it; also remembered while the mode is off
 */
public record Beam(Mode mode, double power) {
    /** As after a reset. */
    public static final Beam OFF = new Beam(Mode.OFF, 0);

    /** How it is switched. */
    public enum Mode {
        /** M5. */
        OFF,
        /** M3: constant power, or a spindle turning clockwise. */
        CONSTANT,
        /** M4: power that follows the speed, or a spindle turning counter-clockwise. */
        DYNAMIC
    }

    /** Whether it is switched on with any power. */
    public boolean isOn() {
        return mode != Mode.OFF && power > 0;
    }

    Beam with(Mode other) {
        return mode == other ? this : new Beam(other, power);
    }

    Beam with(double other) {
        return power == other ? this : new Beam(mode, other);
    }
}
