package org.cosmofab.bridge.gcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sanitiser, analysis and safety gate in one pass over a file of any size that comes in pieces; nothing of the file is
 * kept. Not thread-safe.
 *
 * <p>Where the {@link Sanitiser} stops at the first line that is not fit for a wire, this goes on without the line, so
 * that a person learns of all of them at once. What is measured then is what remains.
 */
public final class Preflight {
    private final LineCleaner cleaner;
    private final Measurement measurement;
    private final GateCheck gate;
    private final Words words = new Words();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Sanitised.Reason, Integer> refusals = new EnumMap<>(Sanitised.Reason.class);
    private final RawLines lines = new RawLines(new OneLine());
    private long bytes;
    private int linesSent;
    private int linesRefused;

    /** Reads a program as one that is to run on a machine with these limits. */
    public Preflight(Dialect dialect, KinematicLimits limits, GateProfile profile) {
        cleaner = new LineCleaner(dialect);
        measurement = new Measurement(dialect, limits);
        gate = new GateCheck(profile);
        gate.dialect(dialect);
    }

    /**
     * What came of it.
     *
     * @param bytes of the source
     * @param sourceLines comments and blank lines included
     * @param linesRefused not fit for a wire, and so not measured
     * @param remarks in the order of lines, up to {@link SafetyGate#FINDINGS_PER_CODE_MAX} of each code; empty if the
     *     program may run
     */
    public record Report(Analysis analysis, long bytes, int sourceLines, int linesRefused, List<Remark> remarks) {
        public Report {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * For what a program seems to be written.
     *
     * @param dialect empty if nothing tells
     * @param kind of machine, for the dialect that it seems to be, or else for Grbl's
     */
    public record Guess(Optional<Dialect> dialect, GateProfile.Kind kind) {}

    /** Reads the next bytes of the source; where it is cut does not matter. */
    public void read(byte[] source, int count) {
        bytes += count;
        lines.read(source, count);
    }

    /** Reads the last line, and tells all. Call it once. */
    public Report finish() {
        lines.finish();
        refusesTooManyBytes();
        if (linesSent == 0 && linesRefused == 0) {
            refuse(new Sanitised.Refused(
                    Math.max(1, lines.count()), Sanitised.Reason.NO_COMMANDS, "no command in the program"));
        }
        gate.findings().forEach(finding -> remarks.add(Remark.of(finding)));
        remarks.sort(Comparator.comparingInt(Remark::line));
        return new Report(measurement.result(cleaner.layers()), bytes, lines.count(), linesRefused, remarks);
    }

    /** Looks at the beginning of a source. */
    public static Guess guess(byte[] beginning, int count) {
        Survey survey = new Survey();
        RawLines lines = new RawLines(survey);
        lines.read(beginning, count);
        lines.finish();
        return survey.guess();
    }

    private void refusesTooManyBytes() {
        if (bytes > Sanitiser.SOURCE_BYTES_MAX) {
            refuse(new Sanitised.Refused(
                    1, Sanitised.Reason.TOO_MANY_BYTES, bytes + " bytes, at most " + Sanitiser.SOURCE_BYTES_MAX));
        }
    }

    private void refuse(Sanitised.Refused refused) {
        if (refusals.merge(refused.reason(), 1, Integer::sum) <= SafetyGate.FINDINGS_PER_CODE_MAX) {
            remarks.add(Remark.of(refused));
        }
    }

    private final class OneLine implements RawLines.Reader {
        @Override
        public void line(int number, byte[] source, int from, int end) {
            if (!cleaner.clean(source, from, end)) {
                linesRefused++;
                refuse(cleaner.refusal(number));
            } else if (cleaner.read(words)) {
                linesSent++;
                measurement.line(words);
                gate.line(number, words);
            }
        }

        @Override
        public void tooLong(int number) {
            linesRefused++;
            refuse(new Sanitised.Refused(
                    number, Sanitised.Reason.LINE_TOO_LONG, "longer than " + RawLines.LINE_BYTES_MAX + " bytes"));
        }
    }

    /** Reads as leniently as it can, to learn what a program is. */
    private static final class Survey implements RawLines.Reader {
        private final LineCleaner cleaner = new LineCleaner(Dialect.MARLIN);
        private final DialectGuess guess = new DialectGuess();
        private final Words words = new Words();

        Guess guess() {
            boolean printer = guess.dialect().filter(Dialect.MARLIN::equals).isPresent();
            GateProfile.Kind cutter = guess.sawLaser() ? GateProfile.Kind.LASER : GateProfile.Kind.MILL;
            return new Guess(guess.dialect(), printer ? GateProfile.Kind.FDM_PRINTER : cutter);
        }

        @Override
        public void line(int number, byte[] source, int from, int end) {
            if (cleaner.clean(source, from, end) && cleaner.read(words)) {
                guess.saw(words);
            }
        }

        @Override
        public void tooLong(int number) {}
    }
}
