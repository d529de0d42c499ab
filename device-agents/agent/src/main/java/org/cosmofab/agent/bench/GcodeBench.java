package org.cosmofab.agent.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cosmofab.bridge.gcode.Analyser;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.Bounds;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.Preflight;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.SafetyGate;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;

/**
 * Measures what is done to a program from its bytes to its verdict, each step alone and all together.
 *
 * <p>The yardstick is a bare loop over the same bytes that finds line ends and reads every number of every line, and
 * does nothing with them: what any reader must do at least. Steps and yardstick take turns, so that a noisy machine
 * disturbs them alike.
 */
public final class GcodeBench {
    private static final int PIECE_BYTES = 1 << 16;
    private static final double MEGA = 1e6;
    private static final double NANOSECONDS = 1e9;

    private static final GateProfile PRINTER = GateProfile.ofPrinter(
            new Bounds(new Point(-10, -10, -10), new Point(400, 400, 400)),
            new Analysis.Temperatures(300, 120),
            new GateProfile.Speeds(60_000, 20_000));

    private static final GateProfile MILL =
            GateProfile.ofMill(new Bounds(new Point(-500, -500, -500), new Point(500, 500, 500)), 60_000, 60_000);

    private final PrintWriter out;
    private final LongSupplier nanoseconds;
    private final int rounds;
    private String last = "";
    private double guard;

    /**
     * Measures in some rounds, at least 3, behind as many that warm up.
     *
     * @param nanoseconds a clock that only goes on
     */
    public GcodeBench(PrintWriter out, LongSupplier nanoseconds, int rounds) {
        if (rounds < 3) {
            throw new IllegalArgumentException("--rounds " + rounds + ": give at least 3, or a range means nothing");
        }
        this.out = out;
        this.nanoseconds = nanoseconds;
        this.rounds = rounds;
    }

    /** One thing that is measured. */
    private record Step(String name, Supplier<Object> work, double[] seconds) {
        double median() {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double quickest() {
            return Arrays.stream(seconds).min().orElseThrow();
        }

        double slowest() {
            return Arrays.stream(seconds).max().orElseThrow();
        }
    }

    /** Measures with a program, and tells. */
    public void measure(String name, byte[] source) {
        Dialect dialect = Preflight.guess(source, Math.min(source.length, 1 << 20))
                .dialect()
                .orElse(Dialect.GRBL);
        KinematicLimits limits =
                dialect == Dialect.MARLIN ? KinematicLimits.ofPrinter(1250) : KinematicLimits.ofGrblUnset();
        GateProfile profile = dialect == Dialect.MARLIN ? PRINTER : MILL;
        SafeProgram program = safe(source, dialect);
        Step yardstick = step("yardstick: line ends and numbers", () -> numbers(source));
        Step sanitised = step("sanitise", () -> safe(source, dialect));
        Step analysed = step("analyse", () -> Analyser.analyse(program, limits));
        Step gated = step("gate", () -> SafetyGate.check(program, profile));
        Step together = step("sanitise and analyse", () -> Analyser.analyse(safe(source, dialect), limits));
        Step streamed = step("sanitise, analyse and gate, streamed", () -> stream(source, dialect, limits, profile));
        Step[] steps = {yardstick, sanitised, analysed, gated, together, streamed};
        run(steps);
        int lines = lines(source);
        out.printf(Locale.ROOT, "%s: %d lines, %.1f MB, %s%n", name, lines, source.length / MEGA, dialect);
        for (Step step : steps) {
            tell(step, yardstick, lines, source.length);
        }
        last = String.format(
                Locale.ROOT,
                "lines_per_s=%.0f mb_per_s=%.1f yardstick_ratio=%.3f streamed_lines_per_s=%.0f heap_limit_mb=%.0f "
                        + "heap_peak_mb=%.0f",
                lines / together.median(),
                source.length / MEGA / together.median(),
                yardstick.median() / together.median(),
                lines / streamed.median(),
                Runtime.getRuntime().maxMemory() / (double) (1 << 20),
                heapPeak() / (double) (1 << 20));
    }

    /** Tells the figures of the program measured last, for machines to read. */
    public void tellLast() {
        out.println(last);
        out.flush();
    }

    private void run(Step[] steps) {
        for (int round = -rounds; round < rounds; round++) {
            for (Step step : steps) {
                long begin = nanoseconds.getAsLong();
                Object result = step.work().get();
                double seconds = (nanoseconds.getAsLong() - begin) / NANOSECONDS;
                guard += result.hashCode();
                if (round >= 0) {
                    step.seconds()[round] = seconds;
                }
            }
        }
        if (Double.isNaN(guard)) {
            throw new IllegalStateException("sums of hash codes are numbers");
        }
    }

    private Step step(String name, Supplier<Object> work) {
        return new Step(name, work, new double[rounds]);
    }

    private void tell(Step step, Step yardstick, int lines, int bytes) {
        out.printf(
                Locale.ROOT,
                "  %-38s %6.2f M lines/s [%.2f to %.2f] %7.1f MB/s  %.2f of the yardstick%n",
                step.name(),
                lines / step.median() / MEGA,
                lines / step.slowest() / MEGA,
                lines / step.quickest() / MEGA,
                bytes / step.median() / MEGA,
                yardstick.median() / step.median());
        out.flush();
    }

    private static SafeProgram safe(byte[] source, Dialect dialect) {
        return Sanitiser.sanitise(source, dialect).fold(Sanitised.Safe::program, refused -> {
            throw new IllegalArgumentException("line " + refused.line() + ": " + refused.detail() + "; "
                    + refused.remedy() + "; nothing is measured of a program that is refused");
        });
    }

    private static Object stream(byte[] source, Dialect dialect, KinematicLimits limits, GateProfile profile) {
        Preflight preflight = new Preflight(dialect, limits, profile);
        byte[] piece = new byte[PIECE_BYTES];
        for (int from = 0; from < source.length; from += piece.length) {
            int count = Math.min(piece.length, source.length - from);
            System.arraycopy(source, from, piece, 0, count);
            preflight.read(piece, count);
        }
        return preflight.finish();
    }

    private static int lines(byte[] source) {
        int lines = 0;
        for (byte b : source) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The yardstick: the sum of all numbers, so that none of the reading can be left out. */
    private static Object numbers(byte[] source) {
        double sum = 0;
        int lines = 0;
        long digits = 0;
        double scale = 1;
        boolean fraction = false;
        for (byte b : source) {
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + b - '0';
                scale *= fraction ? 10 : 1;
            } else if (b == '.') {
                fraction = true;
            } else {
                sum += digits == 0 ? 0 : digits / scale;
                digits = 0;
                scale = 1;
                fraction = false;
                lines += b == '\n' ? 1 : 0;
            }
        }
        return sum + lines;
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
