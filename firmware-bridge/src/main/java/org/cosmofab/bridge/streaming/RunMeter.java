package org.cosmofab.bridge.streaming;

import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.Effects;
import org.cosmofab.bridge.gcode.ModalMachine;
import org.cosmofab.bridge.gcode.Move;
import org.cosmofab.bridge.gcode.Words;

/** Adds up what the acknowledged lines of a program used. Not thread-safe. */
public final class RunMeter {
    private final ModalMachine machine;
    private double filamentMm;
    private double beamOnMm;

    public RunMeter(Dialect dialect) {
        machine = new ModalMachine(dialect, new Effects() {
            @Override
            public void moved(Move move) {
                add(move);
            }
        });
    }

    /** Takes the next line of the program; each line once, in order. */
    public void acknowledged(String line) {
        machine.apply(Words.of(line));
    }

    /** Filament pushed less what was pulled back, in millimetres, never negative. */
    public double extrudedMm() {
        return Math.max(0, filamentMm);
    }

    /** Way gone with the beam on, in millimetres. */
    public double beamOnMm() {
        return beamOnMm;
    }

    private void add(Move move) {
        filamentMm += move.filamentMm();
        if (move.cuts()) {
            beamOnMm += move.path().length();
        }
    }
}
