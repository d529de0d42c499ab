package org.cosmofab.bridge.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.Effects;
import org.cosmofab.bridge.gcode.GateProfile.Kind;
import org.cosmofab.bridge.gcode.ModalMachine;
import org.cosmofab.bridge.gcode.Move;
import org.cosmofab.bridge.gcode.Odometer;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.gcode.Words;
import org.cosmofab.bridge.journal.LinePosition;
import org.cosmofab.bridge.resume.Queues;
import org.cosmofab.bridge.resume.ResumePlan;
import org.cosmofab.bridge.resume.Resumption;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.VirtualClock;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.junit.jupiter.api.Test;

/** The power goes at a thousand random lines; each plan is held against what the machine had really done. */
class ResumeAfterPowerCutTest {
    private static final int CUTS = 1_000;
    private static final Duration NOTES_LOST = Duration.ofMillis(100);

    @Test
    void noPlanLeavesOutWhatWasNotMadeAndEachRestoresTheModes() {
        int planned = 0;
        int furthestBack = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            long seed = Long.getLong("cosmofab.seed", cut);
            Random chance = new Random(seed);
            Kind kind = Kind.values()[chance.nextInt(Kind.values().length)];
            SafeProgram program = program(kind, chance);
            Cut run = new Cut(kind, program, chance);
            run.untilThePowerGoes();
            String about = "again with -Dtest=ResumeAfterPowerCutTest -Dcosmofab.seed=" + seed + " (" + kind + ", "
                    + run.sent + " sent)";

            ResumePlan plan = Resumption.plan(program, run.journal(chance), kind, Queues.of(kind.dialect()));

            int from = plan.fold(ResumePlan.Possible::from, none -> 0);
            assertThat(made(program, from, kind)).as(about).isLessThanOrEqualTo(run.made() + 1e-6);
            if (plan instanceof ResumePlan.Possible possible) {
                planned++;
                furthestBack = Math.max(furthestBack, run.sent - from);
                assertThat(run.sent - from).as(about + ": overlap").isLessThanOrEqualTo(150);
                restoresTheModes(program, possible, about);
            }
            if (System.getProperty("cosmofab.seed") != null) {
                break;
            }
        }
        assertThat(planned)
                .as("cuts with a plan, furthest back " + furthestBack)
                .isGreaterThan(CUTS / 2);
    }

    /** Filament pushed or way burnt by the first so many lines. */
    private static double made(SafeProgram program, int lines, Kind kind) {
        Odometer odometer = new Odometer();
        ModalMachine machine = new ModalMachine(program.dialect(), odometer);
        program.lines().subList(0, lines).forEach(line -> machine.apply(Words.of(line.text())));
        return kind == Kind.FDM_PRINTER ? odometer.filamentMm() : odometer.beamOnMm();
    }

    /** What the rest of the program does after the prologue is what it does in a run that nothing breaks off. */
    private static void restoresTheModes(SafeProgram program, ResumePlan.Possible plan, String about) {
        Deeds whole = new Deeds();
        ModalMachine unbroken = new ModalMachine(program.dialect(), whole);
        for (int i = 0; i < program.size(); i++) {
            if (i == plan.from()) {
                whole.moves.clear();
            }
            unbroken.apply(Words.of(program.lines().get(i).text()));
        }
        Deeds rest = new Deeds();
        ModalMachine resumed = new ModalMachine(program.dialect(), rest);
        List<SafeProgram.Line> lines = plan.program().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (i == plan.prologue().size()) {
                assertThat(rest.burntMm).as(about + ": dark until it goes on").isZero();
                rest.moves.clear();
            }
            resumed.apply(Words.of(lines.get(i).text()));
        }
        assertThat(rest.moves).as(about).hasSameSizeAs(whole.moves);
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < rest.moves.size(); i++) {
            same(softly, rest.moves.get(i), whole.moves.get(i), about + " move " + i + " from line " + plan.line());
        }
        softly.assertThat(rest.heat).as(about).isEqualTo(whole.heat);
        softly.assertThat(resumed.isRelative()).as(about).isEqualTo(unbroken.isRelative());
        softly.assertThat(resumed.filamentPosition()).as(about).isCloseTo(unbroken.filamentPosition(), within(1e-3));
        softly.assertAll();
    }

    private static void same(SoftAssertions softly, Move is, Move was, String about) {
        softly.assertThat(is.path().from().distanceTo(was.path().from()))
                .as(about)
                .isLessThan(1e-3);
        softly.assertThat(is.path().to().distanceTo(was.path().to())).as(about).isLessThan(1e-3);
        softly.assertThat(is.path().length()).as(about).isCloseTo(was.path().length(), within(1e-3));
        softly.assertThat(is.rapid()).as(about).isEqualTo(was.rapid());
        softly.assertThat(is.filamentMm()).as(about).isCloseTo(was.filamentMm(), within(1e-3));
        softly.assertThat(is.feedMmPerMinute() == was.feedMmPerMinute()
                        || Math.abs(is.feedMmPerMinute() - was.feedMmPerMinute()) < 1e-3)
                .as(about + " feed " + is.feedMmPerMinute() + " was " + was.feedMmPerMinute())
                .isTrue();
        if (!is.rapid()) {
            softly.assertThat(is.beam()).as(about).isEqualTo(was.beam());
        }
    }

    private static final class Deeds implements Effects {
        private final List<Move> moves = new ArrayList<>();
        private final double[] heat = new double[2];
        private double burntMm;

        @Override
        public void moved(Move move) {
            moves.add(move);
            // A mill's spindle turns on its way down; a beam that burns where it should not has a way in the plane.
            boolean across = move.path().from().x() != move.path().to().x();
            burntMm += move.cuts() && across ? move.path().length() : 0;
        }

        @Override
        public void heated(Heater heater, double target, boolean waits) {
            heat[heater.ordinal()] = target;
        }
    }

    /** A host, its wire and the machine at the other end, all in one thread and on a clock of its own. */
    private static final class Cut implements Wire {
        private static final int WINDOW = 127;

        private final VirtualClock wall = new VirtualClock(Instant.parse("2026-11-23T08:00:00Z"));
        private final Kind kind;
        private final SimulatedFirmware machine;
        private final SafeProgram program;
        private final Deque<Integer> unanswered = new ArrayDeque<>();
        private final List<LinePosition> notes = new ArrayList<>();
        private final StringBuilder heard = new StringBuilder();
        private final int cutAtLine;
        private Instant cutAt = Instant.MAX;
        private int window;
        private int sent;
        private int acknowledged;

        Cut(Kind kind, SafeProgram program, Random chance) {
            this.kind = kind;
            this.program = program;
            ScaledClock clock = ScaledClock.of(wall, wall.instant(), wall.instant(), 1);
            machine = switch (kind) {
                case FDM_PRINTER -> new SimulatedMarlin(clock);
                case LASER -> new SimulatedGrbl(clock, GrblProfile.laserCutter());
                case MILL -> new SimulatedGrbl(clock, GrblProfile.mill());
            };
            cutAtLine = 1 + chance.nextInt(program.size());
            notes.add(new LinePosition(0, 0, 0, 0, 0, wall.instant()));
            delay = Duration.ofMillis(chance.nextInt(400));
        }

        private final Duration delay;

        void untilThePowerGoes() {
            machine.serve(this);
            machine.powerCycle();
        }

        double made() {
            return kind == Kind.FDM_PRINTER
                    ? machine.truth().extrudedMm()
                    : machine.truth().beamOnMm();
        }

        /** What the disk has of the notes: half of the times all, else up to so many milliseconds less. */
        LinePosition journal(Random chance) {
            Instant until = chance.nextBoolean()
                    ? wall.instant()
                    : wall.instant().minusMillis(chance.nextInt((int) NOTES_LOST.toMillis()));
            return notes.stream()
                    .filter(note -> !note.at().isAfter(until))
                    .reduce((first, second) -> second)
                    .orElse(LinePosition.START);
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            if (sent >= cutAtLine && cutAt.equals(Instant.MAX)) {
                cutAt = wall.instant().plus(delay);
            }
            if (!wall.instant().isBefore(cutAt)) {
                throw new WireUnavailable("the power is gone");
            }
            byte[] next = nextLine();
            if (next.length > 0) {
                System.arraycopy(next, 0, buffer, 0, next.length);
                return next.length;
            }
            wall.pass(Duration.ofNanos(Math.max(100_000, Math.min(timeout.toNanos(), 5_000_000))));
            return 0;
        }

        @Override
        public String name() {
            return "memory";
        }

        private byte[] nextLine() {
            if (sent >= Math.min(program.size(), cutAtLine)) {
                return new byte[0];
            }
            String text = program.lines().get(sent).text() + "\n";
            boolean room = kind == Kind.FDM_PRINTER ? unanswered.size() < 4 : window + text.length() <= WINDOW;
            if (!room) {
                return new byte[0];
            }
            sent++;
            window += text.length();
            unanswered.add(text.length());
            note();
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private void note() {
            notes.add(new LinePosition(sent, acknowledged, 0, 0, 0, wall.instant()));
        }

        @Override
        public void write(byte[] bytes) {
            heard.append(new String(bytes, StandardCharsets.US_ASCII));
            int end;
            while ((end = heard.indexOf("\n")) >= 0) {
                String line = heard.substring(0, end).strip();
                heard.delete(0, end + 1);
                assertThat(line)
                        .as(kind + " " + acknowledged)
                        .doesNotStartWith("error")
                        .doesNotStartWith("ALARM");
                if (line.equals("ok") || line.startsWith("ok ")) {
                    window -= unanswered.remove();
                    acknowledged++;
                    note();
                }
            }
        }

        @Override
        public void close() {}
    }

    private static SafeProgram program(Kind kind, Random chance) {
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case FDM_PRINTER -> printed(text, chance);
            case LASER -> cut(text, chance);
            case MILL -> milled(text, chance);
        }
        return Sanitiser.sanitise(text.toString(), kind == Kind.FDM_PRINTER ? Dialect.MARLIN : Dialect.GRBL)
                .fold(Sanitised.Safe::program, refused -> {
                    throw new AssertionError(refused);
                });
    }

    private static void printed(StringBuilder text, Random chance) {
        boolean relative = chance.nextBoolean();
        text.append("G21\nG90\nM140 S60\nM104 S210\nM190 S60\nM109 S210\nG28\n");
        text.append(relative ? "M83\n" : "M82\n").append("G92 E0\nM204 P800 T1000\nM900 K0.05\n");
        double e = 0;
        for (int layer = 1; layer <= 4; layer++) {
            line(text, "G1 Z%.2f F600", layer * 0.3);
            text.append(layer == 2 ? "M106 S128\n" : layer == 3 ? "M221 S95\nM104 S205\n" : "");
            if (!relative && chance.nextBoolean()) {
                text.append("G92 E0\n");
                e = 0;
            }
            line(text, "G1 F%d", 1200 + chance.nextInt(1800));
            for (int i = 0; i < 25; i++) {
                double pushed = 0.02 + chance.nextInt(30) / 100.0;
                e += pushed;
                double x = 20 + chance.nextInt(4000) / 100.0;
                double y = 20 + chance.nextInt(4000) / 100.0;
                line(text, "G1 X%.2f Y%.2f E%.4f", x, y, relative ? pushed : e);
                if (chance.nextInt(8) == 0) {
                    line(text, "G1 E%.4f F1800", relative ? -0.8 : e - 0.8);
                    line(text, "G0 X%.2f Y%.2f F6000", x + 3, y + 3);
                    line(text, "G1 E%.4f F1800", relative ? 0.8 : e);
                }
                text.append(chance.nextInt(40) == 0 ? "G4 P50\n" : chance.nextInt(40) == 0 ? "M400\n" : "");
            }
        }
        text.append("M104 S0\nM140 S0\nM107\n");
    }

    private static void cut(StringBuilder text, Random chance) {
        boolean constant = chance.nextBoolean();
        boolean inches = chance.nextInt(4) == 0;
        double unit = inches ? 25.4 : 1;
        text.append(inches ? "G20 G90\n" : "G21 G90\n").append(constant ? "M3 S0\nM8\n" : "M4 S0\n");
        for (int part = 0; part < 8; part++) {
            line(text, "G0 X%.4f Y%.4f", (20 + chance.nextInt(100)) / unit, (20 + chance.nextInt(100)) / unit);
            line(text, "G1 F%.2f S%d", (1500 + chance.nextInt(1500)) / unit, 200 + chance.nextInt(700));
            boolean relative = chance.nextInt(3) == 0;
            text.append(relative ? "G91\n" : "");
            for (int i = 0; i < 12; i++) {
                if (relative) {
                    line(text, "X%.4f Y%.4f", (chance.nextInt(80) - 40) / 10.0 / unit, 0.15 / unit);
                } else if (chance.nextInt(5) == 0) {
                    double radius = (1 + chance.nextInt(5)) / unit;
                    line(text, "G2 X%.4f Y%.4f", 150 / unit, 100 / unit);
                    text.setLength(text.length() - 1);
                    line(text, " R%.4f", 300 / unit + radius);
                    // Modal arcs, of which a second one says no G.
                    line(text, "X%.4f Y%.4f R%.4f", 120 / unit, 90 / unit, 200 / unit);
                    text.append("G1\n");
                } else {
                    line(
                            text,
                            "X%.4f Y%.4f",
                            (20 + chance.nextInt(1000) / 10.0) / unit,
                            (20 + chance.nextInt(100)) / unit);
                }
            }
            text.append(relative ? "G90\n" : "").append(chance.nextInt(3) == 0 ? "G4 P0.05\n" : "");
        }
        text.append("M5\nM9\n");
    }

    private static void milled(StringBuilder text, Random chance) {
        text.append("G21 G90 G17 G94\nG54\nG0 Z10\nM3 S9000\nG4 P1\n");
        for (int pass = 1; pass <= 6; pass++) {
            line(text, "G0 X%d Y%d", 20 + chance.nextInt(50), 20 + chance.nextInt(50));
            text.append("G0 Z2\n");
            line(text, "G1 Z-%.2f F120", pass * 0.5);
            line(text, "G1 F%d", 400 + chance.nextInt(600));
            for (int i = 0; i < 15; i++) {
                line(text, "X%.3f Y%.3f", 20 + chance.nextInt(600) / 10.0, 20 + chance.nextInt(600) / 10.0);
            }
            text.append("G0 Z10\n");
        }
        text.append("M5\n");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
