package org.cosmofab.bridge.gcode;

import java.util.OptionalInt;

/** Measures a program line by line; not thread-safe. */
final class Measurement implements Effects {
    private final TimeEstimate time;
    private final Odometer odometer = new Odometer();
    private final DialectGuess guess = new DialectGuess();
    private final Extent all = new Extent();
    private final Extent working = new Extent();
    private double nozzleMax;
    private double bedMax;
    private int lines;
    private final ModalMachine machine;

    Measurement(Dialect dialect, KinematicLimits limits) {
        time = new TimeEstimate(limits);
        machine = new ModalMachine(dialect, this);
    }

    void line(Words words) {
        lines++;
        guess.saw(words);
        machine.apply(words);
    }

    /** What all lines so far come to. */
    Analysis result(OptionalInt layers) {
        return new Analysis(
                new Analysis.Size(lines, layers),
                new Analysis.Extents(all.bounds(), working.bounds()),
                time.total(),
                new Analysis.Distances(
                        odometer.travelMm(), odometer.workMm(), odometer.beamOnMm(), odometer.filamentMm()),
                new Analysis.Temperatures(nozzleMax, bedMax),
                guess.dialect());
    }

    @Override
    public void moved(Move move) {
        time.moved(move);
        odometer.moved(move);
        ToolPath path = move.path();
        if (!path.from().equals(path.to()) || path.arc() != null) {
            path.reach(all);
            if (move.extrudes() || move.cuts()) {
                working.include(path.from());
                path.reach(working);
            }
        }
    }

    @Override
    public void dwelt(double seconds) {
        time.dwelt(seconds);
    }

    @Override
    public void rested() {
        time.rested();
    }

    @Override
    public void accelerationsChanged(double workingMoves, double travelling, double retracting) {
        time.accelerationsChanged(workingMoves, travelling, retracting);
    }

    @Override
    public void heated(Heater heater, double target, boolean waits) {
        if (heater == Heater.NOZZLE) {
            nozzleMax = Math.max(nozzleMax, target);
        } else {
            bedMax = Math.max(bedMax, target);
        }
    }
}
