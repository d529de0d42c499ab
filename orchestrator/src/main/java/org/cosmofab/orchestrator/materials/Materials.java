package org.cosmofab.orchestrator.materials;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Result;

/** What the workshop has to make things of. */
@ApplicationScoped
public class Materials {

    /** Adds a kind of material, or replaces its description. */
    public Material define(Material material) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Material> material(MaterialId id) {
        throw new IllegalStateException("not built yet");
    }

    public List<Material> all() {
        throw new IllegalStateException("not built yet");
    }

    /** Takes a lot in; fires {@link LotReceived}. The same lot again answers the lot that is there. */
    public Result<Lot> receive(Lot lot) {
        throw new IllegalStateException("not built yet");
    }

    public List<Lot> lots() {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Lot> lot(LotId id) {
        throw new IllegalStateException("not built yet");
    }

    /** Whether an order for so much can be served; refused with how much is short. Changes nothing. */
    public Result<Lot> available(MaterialId material, long milligrams) {
        throw new IllegalStateException("not built yet");
    }

    /** Reserves for an order; refused with how much is short. Once per order and material. */
    public Result<Lot> reserve(OrderId order, MaterialId material, long milligrams) {
        throw new IllegalStateException("not built yet");
    }

    /** Frees what an order had reserved and did not use. */
    public void release(OrderId order) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * Records what an attempt used; never refused, what happened is a fact.
     *
     * @param reference makes it happen once: the same reference again changes nothing
     */
    public void used(LotId lot, long milligrams, OrderId order, String reference) {
        throw new IllegalStateException("not built yet");
    }
}
