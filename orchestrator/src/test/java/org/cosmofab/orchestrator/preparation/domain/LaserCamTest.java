package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class LaserCamTest {
    private static final double KERF = 0.2;
    private static final LaserStep ENGRAVE = new LaserStep(0, "#ff0000", false, 18, 3000, 1);
    private static final LaserStep CUT = new LaserStep(1, "#000000", true, 85, 900, 1);
    private static final LaserStep LATER = new LaserStep(2, "#0000ff", true, 85, 900, 2);

    @Test
    void cutsOutsideOfPartsAndInsideOfHoles() throws Exception {
        LaserCam.Plan plan = plan(square("part", 0, 0, 50), square("hole", 10, 10, 20), square("core", 15, 15, 5));
        assertThat(sizes(plan)).containsExactly(5.2, 19.8, 50.2);
    }

    @Test
    void cutsRoundACornerAtItsPoint() throws Exception {
        LaserCam.Plan plan = plan(square("part", 0, 0, 50));
        assertThat(plan.ways().get(0).points()).hasSize(5);
    }

    @Test
    void cutsOnTheLineWithoutAKerf() throws Exception {
        LaserCam.Plan plan = LaserCam.plan(new Drawing(List.of(square("part", 0, 0, 50))), 0);
        assertThat(sizes(plan)).containsExactly(50.0);
    }

    @Test
    void leavesEngravedAndOpenLinesWhereTheyAre() throws Exception {
        LaserCam.Plan plan =
                plan(stroke("engraved", ENGRAVE, 0, 0, 10, 0, 10, 10, 0, 10, 0, 0), stroke("open", CUT, 20, 0, 30, 0));
        assertThat(sizes(plan)).containsExactly(10.0, 10.0);
    }

    @Test
    void worksFromTheInsideOut() throws Exception {
        LaserCam.Plan plan = plan(
                square("part", 0, 0, 50),
                square("hole", 10, 10, 20),
                square("other part", 60, 0, 30),
                square("its hole", 65, 5, 3));
        assertThat(depths(plan)).containsExactly(1, 1, 0, 0);
    }

    @Test
    void cutsOpenLinesBeforeThePartTheyBelongToFallsOut() throws Exception {
        LaserCam.Plan plan = plan(
                square("part", 0, 0, 50),
                stroke("hinge", CUT, 10, 10, 10, 40),
                stroke("notch over the edge", CUT, 45, 25, 55, 25),
                stroke("away", CUT, 80, 0, 90, 0));
        assertThat(depths(plan)).containsExactly(1, 1, 0, 0);
        assertThat(plan.ways().subList(0, 2)).allMatch(way -> way.points().size() == 2 && way.start().x < 60);
    }

    @Test
    void takesTheStepsInTheirOrder() throws Exception {
        LaserCam.Plan plan = plan(
                stroke("later", LATER, 0, 0, 1, 0),
                stroke("cut", CUT, 0, 5, 1, 5),
                stroke("engraved", ENGRAVE, 0, 9, 1, 9));
        assertThat(plan.ways()).extracting(way -> way.step().order()).containsExactly(0, 1, 2);
    }

    @Test
    void goesToTheNearestNext() throws Exception {
        LaserCam.Plan plan = plan(
                stroke("far", ENGRAVE, 90, 0, 91, 0),
                stroke("near", ENGRAVE, 0, 0, 30, 0),
                stroke("between", ENGRAVE, 40, 0, 41, 0));
        assertThat(plan.ways()).extracting(way -> way.start().x).containsExactly(1.0, 41.0, 91.0);
    }

    @Test
    void beginsAMarginFromTheCornerAndTellsTheSheetItTakes() throws Exception {
        LaserCam.Plan plan = plan(square("part", -300, 70, 50));
        Envelope all = new Envelope();
        plan.ways().forEach(way -> way.points().forEach(all::expandToInclude));
        assertThat(all.getMinX()).isCloseTo(1, within(1e-9));
        assertThat(all.getMinY()).isCloseTo(1, within(1e-9));
        assertThat(plan.widthMm()).isCloseTo(52.2, within(1e-9));
        assertThat(plan.areaMm2()).isCloseTo(52.2 * 52.2, within(1e-6));
    }

    @Test
    void refusesHolesThatVanish() {
        refuses(
                "line 1 has a feature narrower than the beam (0.2 mm), which would vanish; make it wider",
                square("line 0", 0, 0, 50),
                stroke("line 1", CUT, 10, 10, 30, 10, 30, 10.1, 10, 10.1, 10, 10));
    }

    @Test
    void refusesSlotsThatVanishAndLeaveTheRest() {
        // A square with a dead-end slot 0.1 mm wide: grown by half a beam, it closes without a trace.
        refuses(
                "line 1 has a feature narrower than the beam",
                stroke("line 1", CUT, 0, 0, 50, 0, 50, 50, 25.1, 50, 25.1, 20, 25, 20, 25, 50, 0, 50, 0, 0));
    }

    @Test
    void refusesKeyWaysThatVanishFromAHole() {
        refuses(
                "line 1 has a feature narrower than the beam",
                square("line 0", -10, -10, 80),
                stroke("line 1", CUT, 0, 0, 50, 0, 50, 50, 25.1, 50, 25.1, 60, 25, 60, 25, 50, 0, 50, 0, 0));
    }

    @Test
    void refusesNecksThatVanish() {
        // Two chambers with a narrow way between them: shrunk, they fall apart.
        refuses(
                "line 1 has a feature narrower than the beam",
                square("line 0", -10, -10, 80),
                stroke(
                        "line 1", CUT, 0, 0, 20, 0, 20, 10, 30, 10, 30, 0, 50, 0, 50, 20, 30, 20, 30, 10.1, 20, 10.1,
                        20, 20, 0, 20, 0, 0));
    }

    @Test
    void keepsFeaturesWiderThanTheBeam() throws Exception {
        assertThat(plan(stroke("line 1", CUT, 0, 0, 50, 0, 50, 50, 25.3, 50, 25.3, 20, 25, 20, 25, 50, 0, 50, 0, 0))
                        .ways())
                .hasSize(1);
    }

    @Test
    void refusesTheSameLineTwiceWhereverItBegins() {
        String why = "line 1 and line 2 are the same line, which would be cut twice; delete one";
        refuses(why, square("line 1", 0, 0, 50), square("line 2", 0, 0, 50));
        refuses(why, square("line 1", 0, 0, 50), stroke("line 2", CUT, 50, 0, 0, 0, 0, 50, 50, 50, 50, 0));
        refuses(why, square("line 1", 0, 0, 50), square("line 2", 0.01, 0, 50));
        refuses(why, stroke("line 1", CUT, 0, 0, 5, 5), stroke("line 2", CUT, 5, 5, 0, 0));
    }

    @Test
    void refusesLinesThatCrossThemselves() {
        refuses(
                "line 1 crosses or touches itself; draw it as separate outlines",
                stroke("line 1", CUT, 0, 0, 50, 50, 50, 0, 0, 50, 0, 0));
    }

    @Test
    void refusesOutlinesThatCrossTouchOrComeTooNear() {
        refuses("cross each other; unite them or move them apart", square("1", 0, 0, 50), square("2", 25, 25, 50));
        refuses(
                "touch, and the beam would burn into both; leave 0.2 mm",
                square("1", 0, 0, 50),
                square("2", 50, 0, 50));
        refuses("touch, and the beam would burn into both", square("1", 0, 0, 50), square("2", 0, 10, 20));
        refuses(
                "are nearer to each other than the beam is wide; leave 0.2 mm between them",
                square("1", 0, 0, 50),
                square("2", 50.15, 0, 50));
        refuses("are nearer to each other than the beam is wide", square("1", 0, 0, 50), square("2", 0.1, 5, 40));
    }

    @Test
    void acceptsOutlinesABeamApart() throws Exception {
        assertThat(plan(square("1", 0, 0, 50), square("2", 50.25, 0, 50)).ways())
                .hasSize(2);
    }

    @Test
    void letsEngravingCrossCuts() throws Exception {
        assertThat(plan(square("1", 0, 0, 50), stroke("2", ENGRAVE, -10, 20, 60, 20))
                        .ways())
                .hasSize(2);
    }

    @Test
    void refusesDrawingsOfNothing() {
        refuses("there is nothing to cut or engrave");
    }

    @Test
    void plansThousandsOfHolesInSeconds() throws Exception {
        Drawing.Stroke[] holes = IntStream.range(0, 10_000)
                .mapToObj(i -> square("hole " + i, 2 + i % 100 * 4, 2 + i / 100 * 4, 2))
                .toArray(Drawing.Stroke[]::new);
        Drawing.Stroke[] all = Arrays.copyOf(holes, holes.length + 1);
        all[holes.length] = square("sheet", 0, 0, 402);
        assertThat(plan(all).ways()).hasSize(10_001);
    }

    @Property(tries = 100)
    void aRoundHoleLosesAKerfOfItsWidth(@ForAll @DoubleRange(min = 1, max = 50) double radius) throws Exception {
        LaserCam.Plan plan = plan(square("part", -100, -100, 200), circle("hole", radius));
        assertThat(sizes(plan).get(0)).isCloseTo(2 * radius - KERF, within(0.01));
    }

    private static LaserCam.Plan plan(Drawing.Stroke... strokes) throws LaserCam.NotCuttable {
        return LaserCam.plan(new Drawing(List.of(strokes)), KERF);
    }

    private static void refuses(String why, Drawing.Stroke... strokes) {
        assertThatThrownBy(() -> plan(strokes))
                .isInstanceOf(LaserCam.NotCuttable.class)
                .hasMessageContaining(why);
    }

    /** Widths of the ways, in their order. */
    private static List<Double> sizes(LaserCam.Plan plan) {
        return plan.ways().stream()
                .map(way -> {
                    Envelope extent = new Envelope();
                    way.points().forEach(extent::expandToInclude);
                    return Math.round(extent.getWidth() * 1e6) / 1e6;
                })
                .toList();
    }

    private static List<Integer> depths(LaserCam.Plan plan) {
        return plan.ways().stream().map(LaserCam.Way::depth).toList();
    }

    private static Drawing.Stroke square(String place, double x, double y, double size) {
        return stroke(place, CUT, x, y, x + size, y, x + size, y + size, x, y + size, x, y);
    }

    private static Drawing.Stroke circle(String place, double radius) {
        double[] numbers = new double[2 * 361];
        for (int i = 0; i < 361; i++) {
            numbers[2 * i] = radius * Math.cos(Math.toRadians(i % 360));
            numbers[2 * i + 1] = radius * Math.sin(Math.toRadians(i % 360));
        }
        return stroke(place, CUT, numbers);
    }

    private static Drawing.Stroke stroke(String place, LaserStep step, double... numbers) {
        return new Drawing.Stroke(
                step,
                IntStream.range(0, numbers.length / 2)
                        .mapToObj(i -> new Coordinate(numbers[2 * i], numbers[2 * i + 1]))
                        .toList(),
                place);
    }
}
