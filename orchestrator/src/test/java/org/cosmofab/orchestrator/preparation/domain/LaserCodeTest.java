package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.cosmofab.bridge.gcode.Analyser;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.AxisLimits;
import org.cosmofab.bridge.gcode.Bounds;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.SafetyGate;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class LaserCodeTest {
    private static final LaserStep ENGRAVE = new LaserStep(0, "#ff0000", false, 18, 3000, 1);
    private static final LaserStep CUT = new LaserStep(1, "#000000", true, 85, 900, 2);
    private static final Drawing DRAWING = new Drawing(List.of(
            new Drawing.Stroke(
                    CUT,
                    List.of(
                            new Coordinate(0, 0),
                            new Coordinate(20, 0),
                            new Coordinate(20, 10),
                            new Coordinate(0, 10),
                            new Coordinate(0, 0)),
                    "line 1"),
            new Drawing.Stroke(ENGRAVE, List.of(new Coordinate(5, 5), new Coordinate(15, 5.00049)), "line 2")));

    private static final String GOLDEN = """
            G21
            G90
            G17
            G94
            M5
            M4 S0
            G0 X6.1 Y6.1
            G1 X16.1 Y6.1 F3000 S180
            G0 X1 Y1
            G1 X1 Y11.2 F900 S850
            G1 X21.2 Y11.2
            G1 X21.2 Y1
            G1 X1 Y1
            G0 X1 Y1
            G1 X1 Y11.2 F900 S850
            G1 X21.2 Y11.2
            G1 X21.2 Y1
            G1 X1 Y1
            M5
            G0 X0 Y0
            """;

    @Test
    void writesEachPassOfEachWay() throws Exception {
        assertThat(write(0, 0)).isEqualTo(GOLDEN);
    }

    @Test
    void beginsAtTheMachinesCorner() throws Exception {
        assertThat(write(-600, -400)).contains("G0 X-593.9 Y-393.9\n").endsWith("M5\nG0 X-600 Y-400\n");
    }

    @Test
    void leavesOutMovesThatAreNoneWhenRounded() throws Exception {
        LaserCam.Plan plan = LaserCam.plan(
                new Drawing(List.of(new Drawing.Stroke(
                        ENGRAVE,
                        List.of(new Coordinate(0, 0), new Coordinate(0.0001, 0), new Coordinate(1, 0)),
                        "line 1"))),
                0.2);
        assertThat(LaserCode.write(plan, new Coordinate(0, 0), 1000)).contains("G0 X1 Y1\nG1 X2 Y1 F3000 S180\n");
    }

    @Test
    void isFitForTheWireAndSafeForTheMachine() throws Exception {
        SafeProgram program = safe(write(0, 0));
        assertThat(new String(program.toBytes(), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(GOLDEN);
        assertThat(SafetyGate.check(program, laser(0, 0, 25, 15))).isEmpty();
        assertThat(SafetyGate.check(safe(write(-600, -400)), laser(-600, -400, 0, 0)))
                .isEmpty();
        assertThat(SafetyGate.check(program, laser(0, 0, 20, 15))).isNotEmpty();
    }

    @Test
    void burnsAsLongAsItsLines() throws Exception {
        Analysis analysis = Analyser.analyse(
                safe(write(0, 0)),
                KinematicLimits.ofGrbl(new AxisLimits(200, 200, 16, 1), new AxisLimits(1500, 1500, 200, 1)));
        assertThat(analysis.distances().beamOn()).isCloseTo(10 + 2 * 60.8, within(1e-6));
        // 121.6 mm at 15 mm/s and 10 mm at 50 mm/s, and the ways between.
        assertThat(analysis.duration()).isBetween(Duration.ofMillis(8300), Duration.ofMillis(9200));
    }

    private static String write(double x, double y) throws LaserCam.NotCuttable {
        return LaserCode.write(LaserCam.plan(DRAWING, 0.2), new Coordinate(x, y), 1000);
    }

    private static SafeProgram safe(String code) {
        return Sanitiser.sanitise(code, Dialect.GRBL).fold(Sanitised.Safe::program, refused -> {
            throw new AssertionError(refused);
        });
    }

    private static GateProfile laser(double minX, double minY, double maxX, double maxY) {
        return GateProfile.ofLaser(new Bounds(new Point(minX, minY, 0), new Point(maxX, maxY, 0)), 6000, 1000, false);
    }
}
