package org.cosmofab.agent.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.bridge.gcode.Accelerations;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.AxisLimits;
import org.cosmofab.bridge.gcode.Bounds;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.Junction;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.Preflight;
import org.cosmofab.bridge.gcode.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The machine that a program is held against; anything wrong is an {@link IllegalArgumentException} with its remedy. */
@Command
final class MachineOptions {
    private static final double ANYWHERE_MM = 9000;
    private static final double PRINTER_ACCELERATION = 1250;

    @Option(
            names = {"--firmware", "--dialect"},
            paramLabel = "marlin|grbl|auto",
            description = "What the machine speaks; auto asks the machine if there is one, else looks at the program's "
                    + "beginning, and takes grbl if nothing tells.")
    private String dialect = "auto";

    @Option(
            names = "--kind",
            paramLabel = "printer|laser|mill",
            description = "Whose rules hold; else by the dialect, and a laser if M4 is used.")
    private @Nullable String kind;

    @Option(
            names = "--envelope",
            paramLabel = "X,Y,Z,X,Y,Z",
            split = ",",
            description = "Smallest and largest place in mm, such as 0,0,0,210,210,200; else places are not checked.")
    private List<Double> envelope = List.of();

    @Option(names = "--nozzle-max", paramLabel = "C", description = "Highest nozzle temperature; else 300.")
    private double nozzleMax = 300;

    @Option(names = "--bed-max", paramLabel = "C", description = "Highest bed temperature; else 120.")
    private double bedMax = 120;

    @Option(names = "--feed-max", paramLabel = "MM/MIN", description = "Highest feed; else 60000.")
    private double feedMax = 60_000;

    @Option(names = "--power-max", paramLabel = "S", description = "Highest S of beam or spindle; else 100000.")
    private double powerMax = 100_000;

    @Option(names = "--constant-beam", description = "The laser may be used with M3.")
    private boolean constantBeam;

    @Option(
            names = "--speeds",
            paramLabel = "X,Y,Z[,E]",
            split = ",",
            description = "Highest speeds in mm/s (Grbl: $110 to $112 divided by 60).")
    private List<Double> speeds = List.of();

    @Option(
            names = "--accelerations",
            paramLabel = "X,Y,Z[,E]",
            split = ",",
            description = "Highest accelerations in mm/s2 (Grbl: $120 to $122).")
    private List<Double> accelerations = List.of();

    @Option(
            names = "--acceleration",
            paramLabel = "MM/S2",
            description = "A printer's acceleration along the way until M204 sets it; else 1250.")
    private double acceleration = PRINTER_ACCELERATION;

    @Option(names = "--jerk", paramLabel = "X,Y,Z,E", split = ",", description = "A printer's classic jerk in mm/s.")
    private List<Double> jerk = List.of();

    @Option(names = "--junction-deviation", paramLabel = "MM", description = "Instead of jerk (Grbl: $11; else 0.01).")
    private @Nullable Double junctionDeviation;

    @Option(
            names = "--steps-per-mm",
            paramLabel = "X,Y,Z",
            split = ",",
            description = "Whole steps that moves are rounded to (Grbl: $100 to $102; else 250).")
    private List<Double> steps = List.of();

    @Option(names = "--arc-tolerance", paramLabel = "MM", description = "Of chords (Grbl: $12; else 0.002).")
    private @Nullable Double arcTolerance;

    @Option(names = "--look-ahead", paramLabel = "N", description = "Moves planned together; else 15 or 16.")
    private @Nullable Integer lookAhead;

    /** What the person says; empty for auto. */
    Optional<Dialect> named() {
        return switch (dialect.toLowerCase(Locale.ROOT)) {
            case "marlin" -> Optional.of(Dialect.MARLIN);
            case "grbl" -> Optional.of(Dialect.GRBL);
            case "auto" -> Optional.empty();
            default -> throw new IllegalArgumentException("--firmware " + dialect + ": give marlin, grbl or auto");
        };
    }

    Dialect dialect(Preflight.Guess guess) {
        return named().or(() ->
                        Optional.ofNullable(kind).map(MachineOptions::kindOf).map(GateProfile.Kind::dialect))
                .or(guess::dialect)
                .orElse(Dialect.GRBL);
    }

    GateProfile profile(Dialect read, Preflight.Guess guess) {
        GateProfile.Kind machine = kind == null ? kindFor(read, guess) : kindOf(kind);
        return switch (machine) {
            case FDM_PRINTER ->
                GateProfile.ofPrinter(
                        envelope(),
                        new Analysis.Temperatures(nozzleMax, bedMax),
                        new GateProfile.Speeds(feedMax, Double.MAX_VALUE));
            case LASER -> GateProfile.ofLaser(envelope(), feedMax, powerMax, constantBeam);
            case MILL -> GateProfile.ofMill(envelope(), feedMax, powerMax);
        };
    }

    private static GateProfile.Kind kindFor(Dialect read, Preflight.Guess guess) {
        if (read == Dialect.MARLIN) {
            return GateProfile.Kind.FDM_PRINTER;
        }
        return guess.kind() == GateProfile.Kind.LASER ? GateProfile.Kind.LASER : GateProfile.Kind.MILL;
    }

    private static GateProfile.Kind kindOf(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "printer" -> GateProfile.Kind.FDM_PRINTER;
            case "laser" -> GateProfile.Kind.LASER;
            case "mill" -> GateProfile.Kind.MILL;
            default -> throw new IllegalArgumentException("--kind " + name + ": give printer, laser or mill");
        };
    }

    private Bounds envelope() {
        List<Double> numbers = envelope.isEmpty()
                ? Arrays.asList(-ANYWHERE_MM, -ANYWHERE_MM, -ANYWHERE_MM, ANYWHERE_MM, ANYWHERE_MM, ANYWHERE_MM)
                : envelope;
        if (numbers.size() != 6) {
            throw new IllegalArgumentException("--envelope has " + numbers.size()
                    + " numbers: give six, the smallest X,Y,Z and the largest X,Y,Z");
        }
        return new Bounds(
                new Point(numbers.get(0), numbers.get(1), numbers.get(2)),
                new Point(numbers.get(3), numbers.get(4), numbers.get(5)));
    }

    KinematicLimits limits(Dialect read) {
        KinematicLimits usual = read == Dialect.MARLIN
                ? KinematicLimits.ofPrinter(positive("--acceleration", acceleration))
                : KinematicLimits.ofGrblUnset();
        Accelerations along = usual.accelerations();
        return new KinematicLimits(
                axes("--speeds", speeds, usual.speedMax()),
                axes("--accelerations", accelerations, usual.accelerationMax()),
                along,
                junction(usual.junction()),
                lookAhead == null ? usual.lookAhead() : lookAhead,
                resolution(usual.resolution()));
    }

    private Junction junction(Junction usual) {
        if (junctionDeviation != null) {
            return new Junction.Deviation(junctionDeviation);
        }
        return usual instanceof Junction.ClassicJerk classic
                ? new Junction.ClassicJerk(axes("--jerk", jerk, classic.mmPerSecond()))
                : usual;
    }

    private Resolution resolution(Resolution usual) {
        AxisLimits own = usual.stepsPerMm();
        return new Resolution(
                arcTolerance == null ? usual.arcToleranceMm() : arcTolerance,
                steps.isEmpty() ? own : axes("--steps-per-mm", steps, new AxisLimits(1, 1, 1, 1)));
    }

    private static double positive(String option, double number) {
        if (!(number > 0)) {
            throw new IllegalArgumentException(option + " " + number + ": give a positive number");
        }
        return number;
    }

    private static AxisLimits axes(String option, List<Double> numbers, AxisLimits usual) {
        if (numbers.isEmpty()) {
            return usual;
        }
        if (numbers.size() < 3 || numbers.size() > 4) {
            throw new IllegalArgumentException(option + " has " + numbers.size() + " numbers: give X,Y,Z or X,Y,Z,E");
        }
        numbers.forEach(number -> positive(option, number));
        return new AxisLimits(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.size() == 4 ? numbers.get(3) : usual.e());
    }
}
