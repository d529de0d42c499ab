package org.cosmofab.orchestrator.machines;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.cosmofab.orchestrator.kernel.Process;

/** Whether a machine can be what its description says. The bounds are far above any machine, so that no reckoning overflows. */
final class Plausible {
    /** What the safety gate takes for a machine at all; beyond it no program could be checked. */
    private static final double SIZE_MAX_MM = 20_000;

    private static final double CELSIUS_MAX = 500;
    private static final double FEED_MAX = 1_000_000;
    private static final double POWER_MAX = 1_000_000;
    private static final double WATTS_MAX = 100_000;

    private Plausible() {}

    /** What is wrong first, with its remedy; nothing if all is well. */
    static Optional<String> fault(Machine machine) {
        return dialect(machine)
                .or(() -> envelope(machine))
                .or(() -> limits(machine.limits()))
                .or(() -> needed(machine));
    }

    private static Optional<String> dialect(Machine machine) {
        Machine.Dialect spoken = machine.process() == Process.PRINT ? Machine.Dialect.MARLIN : Machine.Dialect.GRBL;
        return refuse(
                machine.dialect() != spoken,
                "a machine for " + machine.process() + " speaks " + spoken + " here, not " + machine.dialect());
    }

    private static Optional<String> envelope(Machine machine) {
        Machine.Envelope e = machine.envelope();
        if (!(e.maxX() > e.minX()) || !(e.maxY() > e.minY()) || !(e.maxZ() >= e.minZ())) {
            return Optional.of("each axis needs a larger end than its beginning");
        }
        double largest = Math.max(e.maxX() - e.minX(), Math.max(e.maxY() - e.minY(), e.maxZ() - e.minZ()));
        if (!(largest <= SIZE_MAX_MM)) {
            return Optional.of("an axis of " + largest + " mm is too long; give at most " + SIZE_MAX_MM + " mm");
        }
        boolean near = DoubleStream.of(e.minX(), e.minY(), e.minZ(), e.maxX(), e.maxY(), e.maxZ())
                .allMatch(end -> Math.abs(end) <= SIZE_MAX_MM);
        return refuse(!near, "each axis must begin and end within " + SIZE_MAX_MM + " mm of 0")
                .or(() -> refuse(
                        machine.process() == Process.PRINT && !holdsHome(e),
                        "a printer's envelope must hold its home, 0 on every axis"));
    }

    private static Optional<String> limits(Machine.Limits limits) {
        return refuse(
                        !(limits.feedMax() > 0) || !(limits.feedMax() <= FEED_MAX),
                        "the largest feed rate must be more than 0 mm/min, and at most " + FEED_MAX)
                .or(() -> refuse(
                        !isWithin(limits.nozzleMax(), CELSIUS_MAX) || !isWithin(limits.bedMax(), CELSIUS_MAX),
                        "temperatures must lie between 0 and " + CELSIUS_MAX + " degrees Celsius"))
                .or(() -> refuse(
                        !isWithin(limits.powerMax(), POWER_MAX),
                        "the largest S word must lie between 0 and " + POWER_MAX))
                .or(() -> refuse(
                        !isWithin(limits.wattsRunning(), WATTS_MAX),
                        "its power while it runs must lie between 0 and " + WATTS_MAX + " watts"));
    }

    private static Optional<String> needed(Machine machine) {
        Machine.Limits limits = machine.limits();
        return refuse(
                machine.process() == Process.PRINT ? limits.nozzleMax() == 0 : limits.powerMax() == 0,
                "a printer needs a nozzle temperature, other machines a largest S word");
    }

    private static boolean holdsHome(Machine.Envelope e) {
        return e.minX() <= 0 && e.maxX() >= 0 && e.minY() <= 0 && e.maxY() >= 0 && e.minZ() <= 0 && e.maxZ() >= 0;
    }

    /** Neither infinite nor no number at all. */
    private static boolean isWithin(double value, double max) {
        return value >= 0 && value <= max;
    }

    private static Optional<String> refuse(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }
}
