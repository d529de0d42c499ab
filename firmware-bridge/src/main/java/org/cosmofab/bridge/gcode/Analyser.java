package org.cosmofab.bridge.gcode;

/** Measures programs, in one pass and without keeping their moves. */
public final class Analyser {
    private Analyser() {}

    /** Measures a program as a machine with these limits would run it. */
    public static Analysis analyse(SafeProgram program, KinematicLimits limits) {
        Measurement measurement = new Measurement(limits);
        ModalMachine machine = new ModalMachine(program.dialect(), measurement);
        Words words = new Words();
        for (int i = 0; i < program.size(); i++) {
            program.readLine(i, words);
            measurement.saw(words);
            machine.apply(words);
        }
        return measurement.of(program);
    }

    private static final class Measurement implements Effects {
        private final TimeEstimate time;
        private final Odometer odometer = new Odometer();
        private final DialectGuess guess = new DialectGuess();
        private final Extent all = new Extent();
        private final Extent working = new Extent();
        private double nozzleMax;
        private double bedMax;

        Measurement(KinematicLimits limits) {
            time = new TimeEstimate(limits);
        }

        void saw(Words words) {
            guess.saw(words);
        }

        Analysis of(SafeProgram program) {
            return new Analysis(
                    new Analysis.Size(program.size(), program.layers()),
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
}
