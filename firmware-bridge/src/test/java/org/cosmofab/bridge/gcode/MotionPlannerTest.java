package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MotionPlannerTest {
    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final AxisLimits WIDE = new AxisLimits(1000, 1000, 1000, 1000);

    /** 1000 mm/s2 on every axis; junction deviation, so that it starts and ends at rest. */
    private static final KinematicLimits GRBL = KinematicLimits.ofGrbl(new AxisLimits(100, 100, 10, 100), WIDE);

    /** 1000 mm/s2, every axis may jump by 10 mm/s. */
    private static final KinematicLimits JERK = new KinematicLimits(
            WIDE,
            WIDE,
            new Accelerations(1000, 1000, 1000),
            new Junction.ClassicJerk(new AxisLimits(10, 10, 10, 10)),
            16,
            Resolution.ofArcs(0.05));

    @Test
    void speedsUpCruisesAndSlowsDown() {
        // 50 mm/s is reached in 0.05 s and 1.25 mm; 97.5 mm remain.
        assertThat(seconds(GRBL, "G1 X100 F3000")).isCloseTo(0.05 + 0.05 + 97.5 / 50, ROUNDING);
    }

    @Test
    void turnsRoundHalfWayWhenTheWayIsTooShortForItsFeed() {
        assertThat(seconds(GRBL, "G1 X1 F6000")).isCloseTo(2 * Math.sqrt(1 / 1000.0), ROUNDING);
    }

    @Test
    void passesAStraightJunctionAtFullSpeed() {
        assertThat(seconds(GRBL, "G1 X50 F3000", "X100")).isCloseTo(seconds(GRBL, "G1 X100 F3000"), ROUNDING);
    }

    @Test
    void slowsDownInTimeForAMoveThatComesSeveralMovesLater() {
        double inOne = seconds(GRBL, "G1 X3 F6000", "G0 X0");
        double inPieces = seconds(GRBL, "G1 X1 F6000", "X2", "X2.5", "X3", "G0 X0");

        assertThat(inPieces).isCloseTo(inOne, ROUNDING);
    }

    @Test
    void stopsToTurnBack() {
        double once = seconds(GRBL, "G1 X10 F3000");

        assertThat(seconds(GRBL, "G1 X10 F3000", "X0")).isCloseTo(2 * once, ROUNDING);
    }

    @Test
    void passesARightAngleAsJunctionDeviationAllows() {
        // v2 = a * d * s / (1 - s), s = sin 45 degrees; both axes give 1000 mm/s2, along the diagonal 1414.
        double s = Math.sqrt(0.5);
        double expected = Math.sqrt(1000 * Math.sqrt(2) * 0.01 * s / (1 - s));

        assertThat(plan(GRBL, "G1 X100 F3000", "Y100").get(0).speeds().exit()).isCloseTo(expected, ROUNDING);
    }

    @Test
    void passesARightAngleAsJerkAllows() {
        List<PlannedMove> plan = plan(JERK, "G1 X100 F3000", "Y100");

        assertThat(plan.get(0).speeds().entry()).isEqualTo(10);
        assertThat(plan.get(0).speeds().exit()).isCloseTo(10, ROUNDING);
        assertThat(plan.get(1).speeds().exit()).isZero();
    }

    @Test
    void passesASlightBendAsJerkAllows() {
        // Both ways have X in common; only Y jumps, from 0 to 0.6 of the speed.
        List<PlannedMove> plan = plan(JERK, "G1 X100 F3000", "X180 Y60");

        assertThat(plan.get(0).speeds().exit()).isCloseTo(10 / 0.6, ROUNDING);
    }

    @Test
    void letsNoAxisExceedItsSpeed() {
        // The Z axis does 10 mm/s; the diagonal of two equal axes is the square root of two longer.
        assertThat(plan(GRBL, "G0 X100 Z100").get(0).speeds().cruise()).isCloseTo(10 * Math.sqrt(2), ROUNDING);
        assertThat(plan(GRBL, "G0 X100 Y50").get(0).speeds().cruise()).isCloseTo(100 * Math.sqrt(1.25), ROUNDING);
    }

    @Test
    void letsNoAxisExceedItsAcceleration() {
        KinematicLimits slowY =
                KinematicLimits.ofGrbl(new AxisLimits(100, 100, 10, 100), new AxisLimits(1000, 100, 100, 100));

        assertThat(plan(slowY, "G0 X30 Y40").get(0).speeds().acceleration()).isCloseTo(100 / 0.8, ROUNDING);
    }

    @Test
    void limitsTheWayByTheFilamentToo() {
        KinematicLimits slowFilament = new KinematicLimits(
                new AxisLimits(500, 500, 500, 5),
                WIDE,
                JERK.accelerations(),
                JERK.junction(),
                16,
                Resolution.ofArcs(0.05));

        assertThat(planOf(Dialect.MARLIN, slowFilament, "G1 X10 E1 F6000")
                        .get(0)
                        .speeds()
                        .cruise())
                .isCloseTo(50, ROUNDING);
        assertThat(planOf(Dialect.MARLIN, slowFilament, "G1 E-2 F6000")
                        .get(0)
                        .speeds()
                        .cruise())
                .isCloseTo(5, ROUNDING);
    }

    @Test
    void usesTheAccelerationOfTheMovesPurpose() {
        KinematicLimits three = new KinematicLimits(
                WIDE, WIDE, new Accelerations(100, 200, 300), JERK.junction(), 16, Resolution.ofArcs(0.05));

        List<PlannedMove> plan = planOf(
                Dialect.MARLIN, three, "M83", "G1 X10 E1", "G1 X20", "G1 E-1", "M204 S400", "G1 X30", "G1 X40 E1");

        assertThat(plan)
                .extracting(move -> move.speeds().acceleration())
                .containsExactly(100.0, 200.0, 300.0, 400.0, 400.0);
    }

    @Test
    void countsDwellsAndRestsForThem() {
        double apart = seconds(GRBL, "G1 X50 F3000") * 2;

        assertThat(seconds(GRBL, "G1 X50 F3000", "G4 P1.5", "X100")).isCloseTo(apart + 1.5, ROUNDING);
        assertThat(seconds(GRBL, "G4 P1", "G4 P2")).isCloseTo(3, ROUNDING);
    }

    @Test
    void comesToRestBeforeTheSpindleIsSwitched() {
        assertThat(seconds(GRBL, "G1 X50 F3000", "M3 S1", "X100"))
                .isCloseTo(2 * seconds(GRBL, "G1 X50 F3000"), ROUNDING);
    }

    @Test
    void goesRoundAnArcInChords() {
        List<PlannedMove> plan = plan(GRBL, "G0 X10", "G3 X-10 Y0 R10 F3000");
        double length = plan.stream()
                .skip(1)
                .mapToDouble(move -> move.speeds().length())
                .sum();

        assertThat(plan).hasSizeGreaterThan(50);
        int chords = plan.size() - 1;
        assertThat(length).isCloseTo(chords * 2 * 10 * Math.sin(Math.PI / 2 / chords), within(1e-6));
        assertThat(plan.get(plan.size() - 1).toFraction()).isEqualTo(1);
    }

    @Test
    void leavesMovesOutThatGoNowhere() {
        assertThat(plan(GRBL, "G1 X0 Y0 F3000")).isEmpty();
        assertThat(new MotionPlanner(GRBL).take()).isEmpty();
    }

    @Test
    void doesNotTakeForEverWithoutAFeed() {
        MotionPlanner planner = new MotionPlanner(GRBL);

        planner.moved(new Move(ToolPath.straight(Point.ORIGIN, new Point(1, 0, 0)), false, 0, 0, Beam.OFF));

        assertThat(planner.pendingSeconds()).isBetween(59.0, 61.0);
    }

    @Test
    void tellsWhenItIsFullAndHowLongItWillTake() {
        MotionPlanner planner = new MotionPlanner(GRBL);
        ModalMachine machine = new ModalMachine(Dialect.GRBL, planner);

        for (int i = 1; !planner.isFull(); i++) {
            machine.apply(Words.of("G0 X" + i));
        }

        assertThat(planner.pending()).isEqualTo(GRBL.lookAhead());
        double told = planner.pendingSeconds();
        assertThat(taken(planner).stream().mapToDouble(PlannedMove::seconds).sum())
                .isCloseTo(told, ROUNDING);
    }

    @Test
    void aTakenMoveKeepsItsEndWhenMoreMovesFollow() {
        MotionPlanner planner = new MotionPlanner(GRBL);
        ModalMachine machine = new ModalMachine(Dialect.GRBL, planner);
        machine.apply(Words.of("G0 X5"));
        machine.apply(Words.of("X10"));

        double exit = planner.take().orElseThrow().speeds().exit();
        machine.apply(Words.of("X100"));

        assertThat(planner.take().orElseThrow().speeds().entry()).isEqualTo(exit);
    }

    @Test
    void startsFromRestAfterItWasCleared() {
        MotionPlanner planner = new MotionPlanner(JERK);
        ModalMachine machine = new ModalMachine(Dialect.GRBL, planner);
        machine.apply(Words.of("G0 X100"));

        planner.clear();
        machine.apply(Words.of("X200"));

        assertThat(planner.pending()).isEqualTo(1);
        assertThat(planner.take().orElseThrow().speeds().entry()).isEqualTo(10);
    }

    @Test
    void tellsHowFarAMoveIsAtAnyTime() {
        PlannedMove move = plan(GRBL, "G1 X100 F3000").get(0);

        assertThat(move.fractionAfter(0)).isZero();
        assertThat(move.fractionAfter(0.05)).isCloseTo(0.0125, ROUNDING);
        assertThat(move.fractionAfter(move.seconds() / 2)).isCloseTo(0.5, ROUNDING);
        assertThat(move.fractionAfter(move.seconds() - 0.05)).isCloseTo(0.9875, ROUNDING);
        assertThat(move.fractionAfter(move.seconds() + 1)).isEqualTo(1);
    }

    static double seconds(KinematicLimits limits, String... lines) {
        return plan(limits, lines).stream().mapToDouble(PlannedMove::seconds).sum();
    }

    static List<PlannedMove> plan(KinematicLimits limits, String... lines) {
        return planOf(Dialect.GRBL, limits, lines);
    }

    static List<PlannedMove> planOf(Dialect dialect, KinematicLimits limits, String... lines) {
        MotionPlanner planner = new MotionPlanner(limits);
        ModalMachine machine = new ModalMachine(dialect, planner);
        for (String line : lines) {
            machine.apply(Words.of(line));
        }
        return taken(planner);
    }

    private static List<PlannedMove> taken(MotionPlanner planner) {
        List<PlannedMove> plan = new ArrayList<>();
        while (planner.pending() > 0) {
            plan.add(planner.take().orElseThrow());
        }
        return plan;
    }
}
