package org.cosmofab.bridge.gcode;

/**
 * What lines do to a machine, in the order in which it happens; told by a {@link ModalMachine}. Each method does nothing
 * unless it is overridden.
 */
public interface Effects {

    /** A move is commanded; also one that pushes filament only, or goes nowhere. */
    default void moved(Move move) {}

    /** The machine comes to rest and waits. */
    default void dwelt(double seconds) {}

    /** The machine comes to rest before it goes on. */
    default void rested() {}

    /** Axes seek their switches; the machine is taken to stand at 0 on them afterwards. */
    default void homed(boolean x, boolean y, boolean z) {}

    /** A heater gets a target in degrees Celsius, 0 for off, and is waited for or not. */
    default void heated(Heater heater, double target, boolean waits) {}

    /** The beam or spindle changed its mode or power. */
    default void beamSwitched(Beam beam) {}

    /** Accelerations changed, in mm/s2; NaN means as before. */
    default void accelerationsChanged(double working, double travelling, double retracting) {}

    /** The program says that it ends here. */
    default void ended() {}

    /** The line cannot be done; nothing of its motion is. */
    default void faulted(Fault fault) {}

    /** What can be heated. */
    enum Heater {
        NOZZLE,
        BED
    }

    /** Why a line cannot be done. */
    enum Fault {
        /** Axis words stand without a motion command, now or before. */
        MOTION_MISSING,
        /** A move that needs a feed has none. */
        FEED_MISSING,
        /** An arc has neither centre nor radius. */
        ARC_WITHOUT_CENTRE,
        /** An arc's two ends are not equally far from its centre. */
        ARC_RADII_DIFFER,
        /** An arc's radius is too small to reach its end, or its ends are one. */
        ARC_RADIUS_TOO_SMALL
    }
}
