package org.cosmofab.orchestrator.materials;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** Where materials, lots, reservations and movements are kept: port of the store. Works in the caller's transaction. */
public interface Storeroom {

    /** Nobody else defines a material or takes a lot in until the transaction ends. */
    void holdDoor();

    void save(Material material);

    /** By id. */
    List<Material> materials();

    Optional<Material> material(MaterialId id);

    /** Adds a lot with nothing in it. */
    void add(Lot lot);

    /** By id. */
    List<Lot> lots();

    /** Lots of a material, the fullest first. */
    List<Lot> lots(MaterialId material);

    Optional<Lot> lot(LotId id);

    Stock stock(MaterialId material);

    /** Nobody else reserves or uses the material until the transaction ends, so that two orders never get the same grams. */
    void holdLots(MaterialId material);

    boolean isReserved(OrderId order, MaterialId material);

    void reserve(OrderId order, MaterialId material, long milligrams);

    /** Takes an order's reservation of a material down by so much, at most to nothing. */
    void draw(OrderId order, MaterialId material, long milligrams);

    void release(OrderId order);

    /**
     * Writes a movement and changes what is left of the lot.
     *
     * @return whether it was new; a reference moves once
     */
    boolean move(Movement movement);

    /** Oldest first. */
    List<Movement> movements(LotId lot);

    Optional<Movement> movement(String reference);
}
