package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.settlement.domain.Tariff;
import org.hibernate.annotations.Immutable;

/** A tariff in its table. */
@Entity
@Immutable
@Table(name = "tariff")
class TariffRow {
    private static final String PROCESS = "process:";
    private static final String MACHINE = "machine:";

    @Id
    String version;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "energy_per_kwh")
    long energyPerKwh;

    @Column(name = "labour_per_hour")
    long labourPerHour;

    @ElementCollection
    @CollectionTable(name = "tariff_machine", joinColumns = @JoinColumn(name = "tariff_version"))
    @MapKeyColumn(name = "subject")
    @Column(name = "per_hour")
    Map<String, Long> perHour = new HashMap<>();

    static TariffRow of(Tariff tariff) {
        TariffRow row = new TariffRow();
        row.version = tariff.version();
        row.validFrom = tariff.validFrom();
        row.energyPerKwh = tariff.energy().minorUnits();
        row.labourPerHour = tariff.labour().minorUnits();
        tariff.machineHour().forEach((process, rate) -> row.perHour.put(PROCESS + process, rate.minorUnits()));
        tariff.machineHourOf().forEach((machine, rate) -> row.perHour.put(MACHINE + machine, rate.minorUnits()));
        return row;
    }

    Tariff tariff() {
        Map<Process, Amount> processes = new HashMap<>();
        Map<MachineId, Amount> machines = new HashMap<>();
        perHour.forEach((subject, rate) -> {
            if (subject.startsWith(PROCESS)) {
                processes.put(Process.valueOf(subject.substring(PROCESS.length())), Amount.microEuro(rate));
            } else {
                machines.put(new MachineId(subject.substring(MACHINE.length())), Amount.microEuro(rate));
            }
        });
        return new Tariff(
                version,
                validFrom,
                processes,
                machines,
                Amount.microEuro(energyPerKwh),
                Amount.microEuro(labourPerHour));
    }
}
