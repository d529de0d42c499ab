package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;

/**
 * The workshop's open rates from a day on; material is priced by its lot.
 *
 * @param machineHour euro for an hour of a process
 * @param machineHourOf euro for an hour of one machine, before the rate of its process
 * @param energy euro for a kilowatt-hour
 * @param labour euro for an hour
 */
public record Tariff(
        String version,
        Instant validFrom,
        Map<Process, Amount> machineHour,
        Map<MachineId, Amount> machineHourOf,
        Amount energy,
        Amount labour) {

    public Tariff {
        machineHour = Map.copyOf(machineHour);
        machineHourOf = Map.copyOf(machineHourOf);
    }

    public Optional<Amount> machineHour(MachineId machine, Process process) {
        return Optional.ofNullable(machineHourOf.getOrDefault(machine, machineHour.get(process)));
    }
}
