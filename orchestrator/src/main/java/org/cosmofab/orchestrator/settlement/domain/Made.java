package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Quantities;

/**
 * A made order, about to be booked.
 *
 * @param at workshop time of settlement
 * @param slug short name of the design, under which it is cited
 * @param quantity things made; each cites the design once
 * @param worker whose labour it was
 * @param used what the attempts that made it really used
 * @param capacityHeld machine-seconds on the capacity accounts, by machine
 */
public record Made(
        Bill bill,
        Instant at,
        String slug,
        int quantity,
        PartyId worker,
        Quantities used,
        Map<String, Long> capacityHeld) {

    public Made {
        capacityHeld = Map.copyOf(capacityHeld);
    }

    UseTransfers transfers() {
        return new UseTransfers(worker, capacityHeld, materials(used));
    }

    static Map<String, String> materials(Quantities used) {
        Map<String, String> materials = new TreeMap<>();
        used.lines()
                .forEach(line ->
                        materials.put(line.lot().value(), line.material().value()));
        return materials;
    }
}
