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

    private final StringBuilder code = new StringBuilder("G21\nG90\nG17\nG94\nM5\nM4 S0\n");
    private final Coordinate corner;
    private final double powerMax;

    private LaserCode(Coordinate corner, double powerMax) {
        this.corner = corner;
        this.powerMax = powerMax;
    }

    /**
     * @param corner of the machine where the sheet begins, in work co-ordinates
     * @param powerMax the S word of full power
     */
    public static String write(LaserCam.Plan plan, Coordinate corner, double powerMax) {
        LaserCode writing = new LaserCode(corner, powerMax);
        for (LaserCam.Way way : plan.ways()) {
            for (int pass = 0; pass < way.step().passes(); pass++) {
                writing.write(way);
            }
        }
        writing.code
                .append("M5\nG0 ")
                .append(writing.place(new Coordinate(0, 0)))
                .append('\n');
        return writing.code.toString();
    }

    private void write(LaserCam.Way way) {
        String at = place(way.start());
        code.append("G0 ").append(at).append('\n');
        long power = Math.round(powerMax * way.step().powerPercent() / 100);
        String settings = " F" + number(way.step().feedMmPerMinute()) + " S" + power;
        for (Coordinate point : way.points()) {
            String next = place(point);
            // Points may fall together when they are rounded.
            if (!next.equals(at)) {
                code.append("G1 ").append(next).append(settings).append('\n');
                settings = "";
                at = next;
            }
        }
    }

    private String place(Coordinate point) {
        return "X" + number(corner.x + point.x) + " Y" + number(corner.y + point.y);
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
