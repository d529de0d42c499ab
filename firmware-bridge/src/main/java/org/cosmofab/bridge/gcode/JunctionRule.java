package org.cosmofab.bridge.gcode;

/** How fast one block may be entered behind another. */
interface JunctionRule {
    /** Cosine from which on a corner counts as straight, or as a full return. Source: Grbl 1.1, planner.c. */
    double STRAIGHT = 0.999999;

    /** From which speed a block may start from rest and end in it, in mm/s. */
    double safeSpeed(Block block);

    /** Highest speed in mm/s at which both blocks may meet. */
    double meetingSpeed(Block before, Block after);

    static JunctionRule of(KinematicLimits limits) {
        if (limits.junction() instanceof Junction.ClassicJerk jerk) {
            return new Jerk(jerk.mmPerSecond());
        }
        return new Deviation(((Junction.Deviation) limits.junction()).mm(), limits.accelerationMax());
    }

    /** Source: Marlin 2.1.2, "classic jerk": no axis may jump by more than its limit. */
    record Jerk(AxisLimits limits) implements JunctionRule {
        @Override
        public double safeSpeed(Block block) {
            double safe = block.nominal;
            safe = Math.min(safe, limits.x() / Math.abs(block.unitX));
            safe = Math.min(safe, limits.y() / Math.abs(block.unitY));
            safe = Math.min(safe, limits.z() / Math.abs(block.unitZ));
            return Math.min(safe, limits.e() / Math.abs(block.unitE));
        }

        @Override
        public double meetingSpeed(Block before, Block after) {
            double speed = Math.min(before.nominal, after.nominal);
            double factor = 1;
            factor = Math.min(factor, limits.x() / jump(before.unitX * speed, after.unitX * speed));
            factor = Math.min(factor, limits.y() / jump(before.unitY * speed, after.unitY * speed));
            factor = Math.min(factor, limits.z() / jump(before.unitZ * speed, after.unitZ * speed));
            factor = Math.min(factor, limits.e() / jump(before.unitE * speed, after.unitE * speed));
            // Stopping and starting again may be as quick as turning on the way.
            return Math.max(speed * factor, Math.min(before.safe, after.safe));
        }

        /** An axis that turns back stops on the way: only the larger of its two speeds counts. */
        private static double jump(double exit, double entry) {
            return exit * entry > 0 ? Math.abs(exit - entry) : Math.max(Math.abs(exit), Math.abs(entry));
        }
    }

    /** Source: Grbl 1.1, "junction deviation", after S. K. Jeon's derivation; filament plays no part. */
    record Deviation(double mm, AxisLimits accelerationMax) implements JunctionRule {

        @Override
        public double safeSpeed(Block block) {
            return 0;
        }

        @Override
        public double meetingSpeed(Block before, Block after) {
            double slower = Math.min(before.nominal, after.nominal);
            double cosine = before.unitX * after.unitX + before.unitY * after.unitY + before.unitZ * after.unitZ;
            if (cosine > STRAIGHT) {
                return slower;
            }
            if (cosine < -STRAIGHT || isFilamentOnly(before) || isFilamentOnly(after)) {
                return 0;
            }
            double sineOfHalf = Math.sqrt((1 + cosine) / 2);
            double radius = mm * sineOfHalf / (1 - sineOfHalf);
            return Math.min(slower, Math.sqrt(turningAcceleration(before, after, cosine) * radius));
        }

        private double turningAcceleration(Block before, Block after, double cosine) {
            double size = Math.sqrt(2 - 2 * cosine);
            double limit = accelerationMax.x() / Math.abs((after.unitX - before.unitX) / size);
            limit = Math.min(limit, accelerationMax.y() / Math.abs((after.unitY - before.unitY) / size));
            limit = Math.min(limit, accelerationMax.z() / Math.abs((after.unitZ - before.unitZ) / size));
            return limit;
        }

        private static boolean isFilamentOnly(Block block) {
            return block.unitX == 0 && block.unitY == 0 && block.unitZ == 0;
        }
    }
}
