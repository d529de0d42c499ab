package org.cosmofab.orchestrator.settlement.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.settlement.Quantities;
import org.cosmofab.orchestrator.settlement.SettlementRefusal;
import org.cosmofab.orchestrator.settlement.Statement.Kind;
import org.cosmofab.orchestrator.settlement.Statement.Line;

/**
 * Cost lines of what was used: quantity times rate, one line for each machine's time, energy and labour and for each lot's material.
 *
 * <p>Use is summed up before it is priced, so that a line is rounded once: half up to the micro-euro.
 *
 * @param processes of the machines in the quantities
 * @param pricePerKg of the lots in the quantities
 */
public record Costs(Tariff tariff, Map<MachineId, Process> processes, Map<LotId, Amount> pricePerKg) {
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long MILLIGRAMS_PER_KILOGRAM = 1_000_000;
    private static final long WATT_HOURS_PER_KILOWATT_HOUR = 1_000;

    public Costs {
        processes = Map.copyOf(processes);
        pricePerKg = Map.copyOf(pricePerKg);
    }

    /** Refused if tariff or lot has no rate for something that was used. */
    public Result<List<Line>> lines(Quantities used) {
        List<Line> lines = new ArrayList<>();
        Map<MachineId, Long> seconds = sums(used, Quantities.Line::machine, Quantities.Line::machineSeconds);
        for (Map.Entry<MachineId, Long> use : seconds.entrySet()) {
            Optional<Amount> rate = machineHour(use.getKey());
            if (rate.isEmpty()) {
                return missing("tariff " + tariff.version() + " has no rate for machine " + use.getKey()
                        + "; publish a tariff that has one for it or for its process");
            }
            lines.add(line(Kind.MACHINE, use, Commodity.MS, rate.get(), SECONDS_PER_HOUR));
        }
        Map<LotId, Long> milligrams = sums(used, Quantities.Line::lot, Quantities.Line::milligrams);
        for (Map.Entry<LotId, Long> use : milligrams.entrySet()) {
            Amount rate = pricePerKg.get(use.getKey());
            if (rate == null) {
                return missing("lot " + use.getKey() + " has no price; receive the lot with its price per kilogram");
            }
            lines.add(line(Kind.MATERIAL, use, Commodity.MG, rate, MILLIGRAMS_PER_KILOGRAM));
        }
        sums(used, Quantities.Line::machine, Quantities.Line::wattHours).entrySet().stream()
                .map(use -> line(Kind.ENERGY, use, Commodity.WH, tariff.energy(), WATT_HOURS_PER_KILOWATT_HOUR))
                .forEach(lines::add);
        sums(used, Quantities.Line::machine, Quantities.Line::labourSeconds).entrySet().stream()
                .map(use -> line(Kind.LABOUR, use, Commodity.LS, tariff.labour(), SECONDS_PER_HOUR))
                .forEach(lines::add);
        return Result.done(lines);
    }

    private Optional<Amount> machineHour(MachineId machine) {
        return Optional.ofNullable(processes.get(machine)).flatMap(process -> tariff.machineHour(machine, process));
    }

    /** Sums other than zero, in the order in which they first appear. */
    private static <K> Map<K, Long> sums(
            Quantities used, Function<Quantities.Line, K> about, ToLongFunction<Quantities.Line> quantity) {
        Map<K, Long> sums = new LinkedHashMap<>();
        for (Quantities.Line line : used.lines()) {
            if (quantity.applyAsLong(line) > 0) {
                sums.merge(about.apply(line), quantity.applyAsLong(line), Math::addExact);
            }
        }
        return sums;
    }

    private static Line line(Kind kind, Map.Entry<?, Long> use, Commodity commodity, Amount rate, long perShownUnit) {
        long microEuro = Rounding.halfUp(use.getValue(), rate.minorUnits(), perShownUnit);
        return new Line(
                kind,
                use.getKey().toString(),
                new Amount(use.getValue(), commodity),
                rate,
                Amount.microEuro(microEuro));
    }

    private static Result<List<Line>> missing(String detail) {
        return Result.refused(Refusal.of(SettlementRefusal.TARIFF_MISSING, detail));
    }
}
