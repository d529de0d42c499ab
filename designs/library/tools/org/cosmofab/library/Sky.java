package org.cosmofab.library;

import java.util.ArrayList;
import java.util.List;

/** Where light comes from: an even sky, and a broad lamp at the upper left. */
final class Sky {

    private static final int EVEN = 110;
    private static final int LAMP = 60;
    private static final double LAMP_SHARE = 0.5;
    private static final double LAMP_SPREAD = 0.3;
    /** Nothing shines from lower than this above the horizon: it would only draw streaks. */
    private static final double HORIZON = 0.15;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /** One small light: unit direction towards it, and its strength. */
    record Light(Point direction, double strength) {}

    private Sky() {}

    /** Lights whose sum on an open table is 1. `lamp` points towards the lamp. */
    static List<Light> lights(Point lamp) {
        List<Light> lights = new ArrayList<>();
        spread(lights, EVEN, (1 - LAMP_SHARE), n -> dome(n, EVEN));
        spread(lights, LAMP, LAMP_SHARE, n -> lamp.unit().plus(disc(n).times(LAMP_SPREAD)).unit());
        return lights;
    }

    private static void spread(
            List<Light> lights, int count, double share, java.util.function.IntFunction<Point> direction) {
        double sum = 0;
        for (int n = 0; n < count; n++) {
            sum += direction.apply(n).z();
        }
        for (int n = 0; n < count; n++) {
            lights.add(new Light(direction.apply(n), share / sum));
        }
    }

    private static Point dome(int n, int count) {
        double z = HORIZON + (1 - HORIZON) * (n + 0.5) / count;
        double radius = Math.sqrt(1 - z * z);
        return new Point(radius * Math.cos(n * GOLDEN_ANGLE), radius * Math.sin(n * GOLDEN_ANGLE), z);
    }

    private static Point disc(int n) {
        double radius = Math.sqrt((n + 0.5) / LAMP);
        return new Point(radius * Math.cos(n * GOLDEN_ANGLE), radius * Math.sin(n * GOLDEN_ANGLE), 0);
    }
}
