package org.cosmofab.bridge.gcode;

/**
 * What G-code lines mean, one after the other: keeps what lasts from line to line and tells the {@link Effects} of each.
 * Not thread-safe.
 *
 * <p>It follows a firmware through any line and judges none: an unknown command does nothing here. Work co-ordinates
 * are those in force at the start; G92 moves them, and positions are told as if it had not.
 */
public final class ModalMachine {
    private final Motion motion;
    private final Reading reading;

    /** Starts as a firmware does after a reset, standing at 0. */
    public ModalMachine(Dialect dialect, Effects effects) {
        motion = new Motion(dialect, effects);
        reading = dialect == Dialect.MARLIN ? new MarlinReading(motion, effects) : new GrblReading(motion, effects);
    }

    /** Does what a line says. */
    public void apply(Words line) {
        if (line.size() > 0) {
            reading.apply(line);
        }
    }

    /** Where the last commanded move ends. */
    public Point position() {
        return motion.position();
    }

    /** Commanded feed in mm/min, without any override; 0 if none was given. */
    public double feedMmPerMinute() {
        return motion.feed();
    }

    /** The beam or spindle as last commanded. */
    public Beam beam() {
        return motion.beam();
    }

    /** Whether axis words count from the last position: G91. */
    public boolean isRelative() {
        return motion.isRelative();
    }

    /** Logical filament position in millimetres, as G92 E sets it. */
    public double filamentPosition() {
        return motion.filamentPosition();
    }

    /**
     * Whether all firmwares read filament words alike now. They differ when G90 or G91 comes behind M83 or M82: Marlin 2
     * forgets the latter, its elders and PrusaSlicer's estimate keep it.
     */
    public boolean filamentModeIsClear() {
        return motion.filamentModeIsClear();
    }

    /** How one dialect reads a line. */
    interface Reading {
        void apply(Words line);
    }
}
