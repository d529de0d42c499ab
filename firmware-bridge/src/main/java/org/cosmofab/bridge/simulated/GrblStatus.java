package org.cosmofab.bridge.simulated;

import java.util.Locale;
import org.cosmofab.bridge.gcode.Point;

/**
 * Status reports as Grbl words them: what changes seldom is told seldom. Not thread-safe.
 *
 * <p>Source: Grbl 1.1, report.c, report_realtime_status, and config.h, REPORT_*_REFRESH_*_COUNT.
 */
final class GrblStatus {
    private static final int WCO_EVERY_BUSY = 30;
    private static final int WCO_EVERY_IDLE = 10;
    private static final int OVERRIDES_EVERY_BUSY = 20;
    private static final int OVERRIDES_EVERY_IDLE = 10;

    private int untilOffset;
    private int untilOverrides;

    /** The next report tells everything. */
    void reset() {
        untilOffset = 0;
        untilOverrides = 0;
    }

    String report(String state, GrblMachine machine) {
        Point at = machine.axes().position();
        double power = machine.beam().isOn() ? machine.beam().power() : 0;
        boolean busy = machine.axes().isMoving();
        return String.format(
                Locale.ROOT,
                "<%s|MPos:%s|FS:%.0f,%.0f%s>\r\n",
                state,
                place(at),
                machine.axes().feed(),
                power,
                seldom(machine.offset(), busy));
    }

    private String seldom(Point offset, boolean busy) {
        if (untilOffset-- <= 0) {
            untilOffset = (busy ? WCO_EVERY_BUSY : WCO_EVERY_IDLE) - 1;
            // Both in one report would make it too long, so overrides come with the next.
            untilOverrides = Math.max(untilOverrides, 1) - 1;
            return "|WCO:" + place(offset);
        }
        if (untilOverrides-- <= 0) {
            untilOverrides = (busy ? OVERRIDES_EVERY_BUSY : OVERRIDES_EVERY_IDLE) - 1;
            return "|Ov:100,100,100";
        }
        return "";
    }

    static String place(Point at) {
        return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", at.x() + 0.0, at.y() + 0.0, at.z() + 0.0);
    }
}
