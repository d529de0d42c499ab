package org.cosmofab.orchestrator.materials;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** Where materials, lots, reservations and movements are kept: port of the store. Works in the caller's transaction. */
public interface Storeroom {

    void save(Material material);

    /** By id. */
    List<Material> materials();

    Optional<Material> material(MaterialId id);

    /** Adds a lot with nothing in it. */
    void add(Lot lot);

    /** With their reservations, by id. */
    List<Lot> lots();

    Optional<Lot> lot(LotId id);

    /** Lots of a material, locked until the transaction ends, so that two orders never reserve the same grams. */
    List<Lot> lockLots(MaterialId material);

    Optional<LotId> reservation(OrderId order, MaterialId material);

    void reserve(OrderId order, LotId lot, MaterialId material, long milligrams);

    /** Takes a reservation of an order down by so much, at most to nothing. */
    void draw(OrderId order, LotId lot, long milligrams);

    void release(OrderId order);

    /**
     * Writes a movement and changes what is left of the lot.
     *
     * @return whether it was new; a reference moves once
     */
    boolean move(Movement movement);

    /** Oldest first. */
    List<Movement> movements(LotId lot);
}
