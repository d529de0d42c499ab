package org.cosmofab.bridge.gcode;

/** Measures programs, in one pass and without keeping their moves. */
public final class Analyser {
    private Analyser() {}

    /** Measures a program as a machine with these limits would run it. */
    public static Analysis analyse(SafeProgram program, KinematicLimits limits) {
        Measurement measurement = new Measurement(program.dialect(), limits);
        Words words = new Words();
        for (int i = 0; i < program.size(); i++) {
            program.readLine(i, words);
            measurement.line(words);
        }
        return measurement.result(program.layers());
    }
}
