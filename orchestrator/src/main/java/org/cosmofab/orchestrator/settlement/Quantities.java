package org.cosmofab.orchestrator.settlement;

import java.util.List;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;

/** What making something uses, estimated or measured. */
public record Quantities(List<Line> lines) {

    public Quantities {
        lines = List.copyOf(lines);
    }

    /**
     * One operation's use.
     *
     * @param part what it is for, in a person's words
     */
    public record Line(
            String part,
            MachineId machine,
            long machineSeconds,
            MaterialId material,
            LotId lot,
            long milligrams,
            long wattHours,
            boolean energyMetered,
            long labourSeconds) {}
}
