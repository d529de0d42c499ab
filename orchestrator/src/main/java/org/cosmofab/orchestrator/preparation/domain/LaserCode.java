package org.cosmofab.orchestrator.preparation.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes planned ways as G-code for Grbl 1.1 in laser mode: M4, so that the beam follows the speed and is off when the
 * head stands still. Source: Grbl v1.1 wiki, "Laser Mode".
 */
public final class LaserCode {
    private static final int DECIMALS = 3;

    private LaserCode() {}

    /**
     * @param powerMax the S word of full power
     */
    public static String write(LaserCam.Plan plan, double powerMax) {
        StringBuilder code = new StringBuilder("G21\nG90\nG17\nG94\nM5\nM4 S0\n");
        for (LaserCam.Way way : plan.ways()) {
            for (int pass = 0; pass < way.step().passes(); pass++) {
                write(code, way, powerMax);
            }
        }
        return code.append("M5\nG0 X0 Y0\n").toString();
    }

    private static void write(StringBuilder code, LaserCam.Way way, double powerMax) {
        long power = Math.round(powerMax * way.step().powerPercent() / 100);
        code.append("G0 ").append(place(way.start())).append('\n');
        String first = " F" + number(way.step().feedMmPerMinute()) + " S" + power;
        for (Coordinate point : way.points().subList(1, way.points().size())) {
            code.append("G1 ").append(place(point)).append(first).append('\n');
            first = "";
        }
    }

    private static String place(Coordinate point) {
        return "X" + number(point.x) + " Y" + number(point.y);
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
