package org.cosmofab.agent.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cosmofab.bridge.gcode.Analyser;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.AxisLimits;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;

/** What a file must be before its first byte goes to a machine that nobody described. */
final class Preflight {
    /** An ordinary printer and an ordinary router: good enough to tell how long it will take. */
    private static final KinematicLimits PRINTER = KinematicLimits.ofPrinter(1_000);

    private static final KinematicLimits ROUTER =
            KinematicLimits.ofGrbl(new AxisLimits(100, 100, 20, 100), new AxisLimits(500, 500, 100, 500));

    private Preflight() {}

    /**
     * @param complaints why there is no program, each with its line and what to do
     * @param duration of the moves on an ordinary machine
     */
    record Result(Optional<SafeProgram> program, List<String> complaints, Duration duration) {}

    static Result check(byte[] source, Dialect dialect) {
        return Sanitiser.sanitise(source, dialect).fold(safe -> fit(safe.program(), dialect), Preflight::unfit);
    }

    private static Result fit(SafeProgram program, Dialect dialect) {
        Analysis analysis = Analyser.analyse(program, dialect == Dialect.MARLIN ? PRINTER : ROUTER);
        Optional<Dialect> other = analysis.looksLike().filter(seems -> seems != dialect);
        return other.map(seems -> refused("it is written for " + words(seems) + ", and this machine speaks "
                        + words(dialect) + "; make the program for this kind of machine"))
                .orElse(new Result(Optional.of(program), List.of(), analysis.duration()));
    }

    private static Result unfit(Sanitised.Refused no) {
        return refused("line " + no.line() + ": " + no.detail() + "; " + no.remedy());
    }

    private static Result refused(String complaint) {
        return new Result(Optional.empty(), List.of(complaint), Duration.ZERO);
    }

    private static String words(Dialect dialect) {
        return dialect == Dialect.MARLIN ? "Marlin" : "Grbl";
    }
}
