package org.cosmofab.bridge.gcode;

/**
 * Adds up what moves use: the way travelled, the way worked, the way with the beam on, the filament. Not thread-safe.
 *
 * <p>A driver shows it the lines that a machine has acknowledged through a {@link ModalMachine} of its own.
 */
public final class Odometer implements Effects {
    private double travelMm;
    private double workMm;
    private double beamOnMm;
    private double filamentNowMm;
    private double filamentMm;

    /** Way without filament or beam, in mm. */
    public double travelMm() {
        return travelMm;
    }

    /** Way on which filament is laid down or the beam or spindle is on, in mm. */
    public double workMm() {
        return workMm;
    }

    /** Way of G1, G2 and G3 with the beam or spindle on, in mm. */
    public double beamOnMm() {
        return beamOnMm;
    }

    /** Filament used, in mm: the furthest it was pushed, so that pulling back and pushing again counts once. */
    public double filamentMm() {
        return filamentMm;
    }

    @Override
    public void moved(Move move) {
        double length = move.path().length();
        boolean cuts = move.cuts();
        if (cuts || move.extrudes()) {
            workMm += length;
        } else {
            travelMm += length;
        }
        if (cuts) {
            beamOnMm += length;
        }
        filamentNowMm += move.filamentMm();
        filamentMm = Math.max(filamentMm, filamentNowMm);
    }
}
