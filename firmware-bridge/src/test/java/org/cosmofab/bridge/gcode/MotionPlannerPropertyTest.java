package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of every plan, whatever the moves are and whenever they are taken. */
class MotionPlannerPropertyTest {
    private static final double JERK = 8;
    private static final KinematicLimits PRINTER = new KinematicLimits(
            new AxisLimits(200, 200, 20, 100),
            new AxisLimits(2000, 2000, 200, 5000),
            new Accelerations(1000, 1500, 1200),
            new Junction.ClassicJerk(new AxisLimits(JERK, JERK, JERK, JERK)),
            8,
            Resolution.ofArcs(0.05));
    private static final KinematicLimits CUTTER =
            KinematicLimits.ofGrbl(new AxisLimits(100, 90, 20, 1), new AxisLimits(800, 700, 100, 1));

    @Property
    void speedsNeverJumpAndStayWithinTheirLimits(@ForAll("moves") List<Move> moves, @ForAll boolean early) {
        for (KinematicLimits limits : List.of(PRINTER, CUTTER)) {
            List<PlannedMove> plan = plan(limits, moves, early);
            for (int i = 0; i < plan.size(); i++) {
                SpeedProfile speeds = plan.get(i).speeds();
                assertThat(speeds.cruise()).isGreaterThanOrEqualTo(Math.max(speeds.entry(), speeds.exit()));
                assertThat(speeds.seconds()).isPositive().isFinite();
                assertThat(speeds.distanceAfter(speeds.seconds())).isCloseTo(speeds.length(), within(1e-6));
                assertThat(neededLength(speeds)).isLessThanOrEqualTo(speeds.length() * (1 + 1e-6) + 1e-9);
                if (i + 1 < plan.size()) {
                    assertThat(speeds.exit()).isCloseTo(plan.get(i + 1).speeds().entry(), within(1e-9));
                }
            }
        }
    }

    @Property
    void everyMoveIsPlannedOnceAndWhole(@ForAll("moves") List<Move> moves, @ForAll boolean early) {
        List<PlannedMove> plan = plan(CUTTER, moves, early);

        double planned =
                plan.stream().mapToDouble(move -> move.speeds().length()).sum();
        double wanted =
                moves.stream().mapToDouble(MotionPlannerPropertyTest::way).sum();
        assertThat(planned).isCloseTo(wanted, within(1e-6 * (1 + wanted)));
        for (int i = 1; i < plan.size(); i++) {
            double before = plan.get(i - 1).toFraction();
            assertThat(plan.get(i).fromFraction()).isEqualTo(before == 1 ? 0 : before);
        }
    }

    @Property
    void knowingMoreAheadNeverTakesLonger(@ForAll("moves") List<Move> moves) {
        double early = plan(PRINTER, moves, true).stream()
                .mapToDouble(PlannedMove::seconds)
                .sum();
        double late = plan(PRINTER, moves, false).stream()
                .mapToDouble(PlannedMove::seconds)
                .sum();

        assertThat(late).isLessThanOrEqualTo(early + 1e-9);
    }

    @Property
    void noMoveIsQuickerThanItsFeed(@ForAll("moves") List<Move> moves) {
        double atFeed = 0;
        for (Move move : moves) {
            atFeed += way(move) / move.feedMmPerMinute() * 60;
        }

        assertThat(plan(PRINTER, moves, false).stream()
                        .mapToDouble(PlannedMove::seconds)
                        .sum())
                .isGreaterThanOrEqualTo(atFeed - 1e-6);
    }

    private static double way(Move move) {
        double length = move.path().length();
        return length > 0 ? length : Math.abs(move.filamentMm());
    }

    /** Length that speeding up from the entry and slowing down to the exit take. */
    private static double neededLength(SpeedProfile speeds) {
        double up = speeds.cruise() * speeds.cruise() - speeds.entry() * speeds.entry();
        double down = speeds.cruise() * speeds.cruise() - speeds.exit() * speeds.exit();
        return (up + down) / (2 * speeds.acceleration());
    }

    private static List<PlannedMove> plan(KinematicLimits limits, List<Move> moves, boolean takeEarly) {
        MotionPlanner planner = new MotionPlanner(limits);
        List<PlannedMove> plan = new ArrayList<>();
        for (Move move : moves) {
            planner.moved(move);
            while (takeEarly && planner.isFull()) {
                plan.add(planner.take().orElseThrow());
            }
        }
        while (planner.pending() > 0) {
            plan.add(planner.take().orElseThrow());
        }
        return plan;
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Double> place = Arbitraries.doubles().between(-100, 100).ofScale(2);
        Arbitrary<Point> point =
                Combinators.combine(place, place, Arbitraries.of(0.0, 0.2, 5.0)).as(Point::new);
        Arbitrary<Double> near = Arbitraries.doubles().between(0, 0.3).ofScale(2);
        Arbitrary<Point> step =
                Combinators.combine(near, near, Arbitraries.just(0.0)).as(Point::new);
        Arbitrary<Double> filament = Arbitraries.of(0.0, 0.0, 0.5, -0.8);
        Arbitrary<Double> feed = Arbitraries.of(300.0, 1800.0, 9000.0);
        Arbitrary<Leg> leg = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(1, point.map(p -> new Target(p, false))),
                                Tuple.of(3, step.map(p -> new Target(p, true)))),
                        filament,
                        feed)
                .as(Leg::new);
        return leg.list().ofMinSize(1).ofMaxSize(60).map(MotionPlannerPropertyTest::chain);
    }

    private record Target(Point point, boolean relative) {}

    private record Leg(Target target, double filament, double feed) {}

    private static List<Move> chain(List<Leg> legs) {
        List<Move> moves = new ArrayList<>();
        Point from = Point.ORIGIN;
        for (Leg leg : legs) {
            Point to = leg.target.point;
            if (leg.target.relative) {
                to = new Point(from.x() + to.x(), from.y() + to.y(), from.z() + to.z());
            }
            moves.add(new Move(ToolPath.straight(from, to), false, leg.filament, leg.feed, Beam.OFF));
            from = to;
        }
        return moves;
    }
}
