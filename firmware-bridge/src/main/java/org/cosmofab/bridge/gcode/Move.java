package org.cosmofab.bridge.gcode;

/**
 * One move that a line commands.
 *
 * @param rapid whether it is a G0
 * @param filamentMm filament pushed, negative when pulled back
 * @param feedMmPerMinute commanded speed along the way; infinite when the firmware goes as fast as its axes can, 0 when
 *     no feed was ever given
 * @param beam as it is during the move
 */
public record Move(ToolPath path, boolean rapid, double filamentMm, double feedMmPerMinute, Beam beam) {

    /** Whether it lays down filament on the way. */
    public boolean extrudes() {
        return filamentMm > 0 && !path.from().equals(path.to());
    }

    /** Whether the beam or the spindle is on and the move is one that works: G1, G2 or G3. */
    public boolean cuts() {
        return !rapid && beam.isOn();
    }
}
