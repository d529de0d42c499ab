package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalMachineTest {
    private final Diary diary = new Diary();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G1 X10 / G1 Y5                        | to 10 0 0 at 1500; to 10 5 0 at 1500
                    G1 X10 F600 / G0 X0                   | to 10 0 0 at 600; to 0 0 0 at 600
                    G1 F600 / G1 X1                       | to 1 0 0 at 600
                    G1 X1 F0                              | to 1 0 0 at 1500
                    G91 / G1 X1 / G1 X1 / G90 / G1 X1     | to 1 0 0 at 1500; to 2 0 0 at 1500; to 1 0 0 at 1500
                    G20 / G1 X1 F10 / G21 / G1 X1         | to 25.4 0 0 at 254; to 1 0 0 at 254
                    G92 X5 / G1 X6                        | to 1 0 0 at 1500
                    G1 X3 / G92 X0 / G28 X / G1 X2        | to 3 0 0 at 1500; rest; home X; to 2 0 0 at 1500
                    G28                                   | rest; home XYZ
                    G28 X Y                               | rest; home XY
                    M82 / G1 E2 / G1 E5 / G92 E0 / G1 E1  | E2 at 1500; E3 at 1500; E1 at 1500
                    M83 / G1 E2 / G1 E-1                  | E2 at 1500; E-1 at 1500
                    G91 / G1 E2 / G1 E2                   | E2 at 1500; E2 at 1500
                    G4 S2 / G4 P500                       | wait 2; wait 0.5
                    M104 S200 / M109 R190 / M140 S60      | NOZZLE 200; NOZZLE 190 waited; BED 60
                    M109 / M104                           | ''
                    M204 S500 / M204 P800 T900            | acceleration 500 500 NaN; acceleration 800 900 NaN
                    M220 S50 / G1 X1                      | to 1 0 0 at 750
                    M400 / M117 / M9999 / T0              | rest
                    G2 X10 / G1 X1                        | fault ARC_WITHOUT_CENTRE; to 1 0 0 at 1500
                    """)
    void readsMarlinLines(String lines, String told) {
        assertThat(diary.of(Dialect.MARLIN, lines)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    G0 X1                                 | to 1 0 0 at Infinity
                    G1 X1                                 | fault FEED_MISSING
                    G1 X1 F60 / X2 / Y3                   | to 1 0 0 at 60; to 2 0 0 at 60; to 2 3 0 at 60
                    X1                                    | to 1 0 0 at Infinity
                    G80 / X1                              | fault MOTION_MISSING
                    G90 G20 G0 X1                         | to 25.4 0 0 at Infinity
                    G0 X1 G91 / X1                        | to 1 0 0 at Infinity; to 2 0 0 at Infinity
                    G4 P1.5                               | wait 1.5
                    M3 S100 G1 X1 F60                     | rest; CONSTANT 100; to 1 0 0 at 60 beam 100
                    M4 S9 / S5 / M5                       | rest; DYNAMIC 9; DYNAMIC 5; rest; OFF 5
                    M4 S9 / G1 X1 F60 S3                  | rest; DYNAMIC 9; DYNAMIC 3; to 1 0 0 at 60 beam 3
                    G1 F60 / G92 X9 / X10                 | to 1 0 0 at 60
                    G28 / G28.1 X3 / G10 L2 P1 X3         | ''
                    M8                                    | rest
                    M3 S1 / M30                           | rest; CONSTANT 1; rest; rest; OFF 1; end
                    G91 / M2 / G0 X1 / X1                 | rest; end; to 1 0 0 at Infinity; at Infinity
                    G1 F60 / G2 X0 Y0 R5                  | fault ARC_RADIUS_TOO_SMALL
                    G1 F60 / G2 X9 Y0 R1                  | fault ARC_RADIUS_TOO_SMALL
                    G1 F60 / G2 X10 Y0 I4 J0              | fault ARC_RADII_DIFFER
                    """)
    void readsGrblBlocks(String lines, String told) {
        assertThat(diary.of(Dialect.GRBL, lines)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "M83 / G90, false",
        "M82 / G91, true",
        "G91 / M82, false",
        "G90 / M83, true",
        "G90 / M82, true",
        "M83 / G91, true"
    })
    void tellsWhereFirmwaresDifferAboutFilament(String lines, boolean clear) {
        diary.of(Dialect.MARLIN, lines);

        assertThat(diary.machine.filamentModeIsClear()).isEqualTo(clear);
    }

    @ParameterizedTest
    @CsvSource({
        // From (10, 0), quarter and full turns about the origin, and the same by radius.
        "G3 X0 Y10 I-10 J0, 15.708", "G2 X0 Y10 I-10 J0, 47.124", "G3 X10 Y0 I-10 J0, 62.832",
        "G2 X10 Y0 I-10 J0, 62.832", "G3 X0 Y10 R10, 15.708", "G3 X0 Y10 R-10, 47.124",
        "G2 X0 Y10 R-10, 47.124", "G3 X-10 Y0 R10, 31.416", "G3 I-10, 62.832"
    })
    void measuresArcs(String arc, double length) {
        diary.of(Dialect.GRBL, "G0 X10 / G1 F60 / " + arc);

        Move move = diary.moves.get(1);
        assertThat(move.path().length()).isCloseTo(length, within(0.001));
        assertThat(move.path().at(1)).isEqualTo(move.path().to());
        assertThat(move.path().at(0)).isEqualTo(move.path().from());
    }

    @Test
    void turnsTheRightWayRound() {
        diary.of(Dialect.GRBL, "G0 X10 / G1 F60 / G3 X0 Y10 R10 / G2 X10 Y0 R10 / G2 X0 Y10 I-10");

        assertThat(diary.moves.get(1).path().at(0.5).x()).isCloseTo(7.071, within(0.001));
        assertThat(diary.moves.get(2).path().at(0.5).x()).isCloseTo(7.071, within(0.001));
        assertThat(diary.moves.get(3).path().at(0.5).x()).isCloseTo(-7.071, within(0.001));
    }

    /** Writes down what is told, in few words. */
    private static final class Diary implements Effects {
        final List<String> entries = new ArrayList<>();
        final List<Move> moves = new ArrayList<>();
        ModalMachine machine = new ModalMachine(Dialect.MARLIN, this);

        String of(Dialect dialect, String lines) {
            machine = new ModalMachine(dialect, this);
            for (String line : lines.split(" / ")) {
                machine.apply(Words.of(line));
            }
            return String.join("; ", entries);
        }

        private void tell(String format, Object... values) {
            entries.add(String.format(Locale.ROOT, format, values).strip());
        }

        private static String number(double value) {
            return String.valueOf(value).replaceAll("\\.0$", "");
        }

        @Override
        public void moved(Move move) {
            moves.add(move);
            Point to = move.path().to();
            String filament = move.filamentMm() == 0 ? "" : "E" + number(move.filamentMm()) + " ";
            String way = move.path().length() == 0
                    ? ""
                    : "to " + number(to.x()) + " " + number(to.y()) + " " + number(to.z()) + " ";
            String beam = move.beam().isOn() ? " beam " + number(move.beam().power()) : "";
            tell("%s%sat %s%s", way, filament, number(move.feedMmPerMinute()), beam);
        }

        @Override
        public void dwelt(double seconds) {
            tell("wait %s", number(seconds));
        }

        @Override
        public void rested() {
            tell("rest");
        }

        @Override
        public void homed(boolean x, boolean y, boolean z) {
            tell("home %s%s%s", x ? "X" : "", y ? "Y" : "", z ? "Z" : "");
        }

        @Override
        public void heated(Heater heater, double target, boolean waits) {
            tell("%s %s%s", heater, number(target), waits ? " waited" : "");
        }

        @Override
        public void beamSwitched(Beam beam) {
            tell("%s %s", beam.mode(), number(beam.power()));
        }

        @Override
        public void accelerationsChanged(double working, double travelling, double retracting) {
            tell("acceleration %s %s %s", number(working), number(travelling), number(retracting));
        }

        @Override
        public void ended() {
            tell("end");
        }

        @Override
        public void faulted(Fault fault) {
            tell("fault %s", fault);
        }
    }
}
