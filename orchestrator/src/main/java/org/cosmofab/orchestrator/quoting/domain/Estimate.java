package org.cosmofab.orchestrator.quoting.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.settlement.Quantities;

/** What so many objects would use, by the estimates of their programs. */
public final class Estimate {
    private static final int SECONDS_IN_AN_HOUR = 3600;

    private Estimate() {}

    /** One line for each part, with all its copies. */
    public static Quantities quantities(List<PreparedPart> parts, int quantity) {
        return new Quantities(parts.stream().map(part -> line(part, quantity)).toList());
    }

    /** Milligrams of each material for all copies of all parts. */
    public static Map<MaterialId, Long> needs(List<PreparedPart> parts, int quantity) {
        Map<MaterialId, Long> needs = new TreeMap<>(Comparator.comparing(MaterialId::value));
        for (PreparedPart part : parts) {
            needs.merge(part.part().material(), milligrams(part, quantity), Math::addExact);
        }
        return needs;
    }

    private static Quantities.Line line(PreparedPart part, int quantity) {
        long copies = copies(part, quantity);
        long seconds = Math.multiplyExact(wholeSeconds(part.program().estimate()), copies);
        return new Quantities.Line(
                part.part().name(),
                part.machine().id(),
                seconds,
                part.part().material(),
                part.lot(),
                milligrams(part, quantity),
                Math.round(part.machine().limits().wattsRunning() * seconds / SECONDS_IN_AN_HOUR),
                false,
                Math.multiplyExact(Operation.HANDLING.toSeconds(), copies));
    }

    private static long milligrams(PreparedPart part, int quantity) {
        return Math.multiplyExact(part.program().materialMilligrams(), copies(part, quantity));
    }

    private static long copies(PreparedPart part, int quantity) {
        return (long) part.part().quantity() * quantity;
    }

    private static long wholeSeconds(Duration estimate) {
        return estimate.getNano() == 0 ? estimate.getSeconds() : estimate.getSeconds() + 1;
    }
}
