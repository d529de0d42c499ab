package org.cosmofab.bridge.streaming;

import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.ModalMachine;
import org.cosmofab.bridge.gcode.Odometer;
import org.cosmofab.bridge.gcode.Words;

/** Adds up what the acknowledged lines of a program used. Not thread-safe. */
public final class RunMeter {
    private final Odometer odometer = new Odometer();
    private final ModalMachine machine;

    public RunMeter(Dialect dialect) {
        machine = new ModalMachine(dialect, odometer);
    }

    /** Takes the next line of the program; each line once, in order. */
    public void acknowledged(String line) {
        machine.apply(Words.of(line));
    }

    /** Filament used, in millimetres; what is pulled back and pushed again counts once. */
    public double extrudedMm() {
        return odometer.filamentMm();
    }

    /** Way gone with the beam on, in millimetres. */
    public double beamOnMm() {
        return odometer.beamOnMm();
    }
}
