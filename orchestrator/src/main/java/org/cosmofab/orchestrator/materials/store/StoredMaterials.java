package org.cosmofab.orchestrator.materials.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Movement;
import org.cosmofab.orchestrator.materials.Stock;
import org.cosmofab.orchestrator.materials.Storeroom;

/** Materials in the database; works in the caller's transaction. */
@ApplicationScoped
class StoredMaterials implements Storeroom {
    private final EntityManager database;
    private final IdSource ids;

    StoredMaterials(EntityManager database, IdSource ids) {
        this.database = database;
        this.ids = ids;
    }

    @Override
    public void holdDoor() {
        database.createNativeQuery("select id from material_door where id = 1 for update", Integer.class)
                .getSingleResult();
    }

    @Override
    public void save(Material material) {
        MaterialRow row = database.find(MaterialRow.class, material.id().value());
        if (row == null) {
            database.persist(MaterialRow.of(material));
        } else {
            row.take(material);
        }
    }

    @Override
    public List<Material> materials() {
        return database.createQuery("from MaterialRow order by id", MaterialRow.class)
                .getResultStream()
                .map(MaterialRow::toMaterial)
                .toList();
    }

    @Override
    public Optional<Material> material(MaterialId id) {
        return Optional.ofNullable(database.find(MaterialRow.class, id.value())).map(MaterialRow::toMaterial);
    }

    @Override
    public void add(Lot lot) {
        database.persist(LotRow.empty(lot, ids.issuer()));
    }

    @Override
    public List<Lot> lots() {
        return database.createQuery("from LotRow order by id", LotRow.class)
                .getResultStream()
                .map(LotRow::toLot)
                .toList();
    }

    @Override
    public List<Lot> lots(MaterialId material) {
        return database.createQuery("from LotRow where material = :material order by milligrams desc, id", LotRow.class)
                .setParameter("material", material.value())
                .getResultStream()
                .map(LotRow::toLot)
                .toList();
    }

    @Override
    public Optional<Lot> lot(LotId id) {
        return Optional.ofNullable(database.find(LotRow.class, id.value())).map(LotRow::toLot);
    }

    @Override
    public Stock stock(MaterialId material) {
        long left = sum("LotRow r where r.material = :material and r.milligrams > 0", material);
        long reserved = sum("ReservationRow r where r.material = :material", material);
        return new Stock(material, left, reserved);
    }

    private long sum(String rows, MaterialId material) {
        return database.createQuery("select coalesce(sum(r.milligrams), 0) from " + rows, Long.class)
                .setParameter("material", material.value())
                .getSingleResult();
    }

    @Override
    public void holdLots(MaterialId material) {
        database.createQuery("from LotRow where material = :material order by id", LotRow.class)
                .setParameter("material", material.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public boolean isReserved(OrderId order, MaterialId material) {
        return reservations(order).stream().anyMatch(row -> row.material.equals(material.value()));
    }

    @Override
    public void reserve(OrderId order, MaterialId material, long milligrams) {
        database.persist(ReservationRow.of(ids.next(), order, material, milligrams));
    }

    @Override
    public void draw(OrderId order, MaterialId material, long milligrams) {
        // In one statement: two lots of the material may be drawn on at the same moment.
        database.createQuery("update ReservationRow set milligrams = case when milligrams > :drawn"
                        + " then milligrams - :drawn else 0 end where order = :order and material = :material")
                .setParameter("drawn", milligrams)
                .setParameter("order", order.value())
                .setParameter("material", material.value())
                .executeUpdate();
    }

    @Override
    public void release(OrderId order) {
        reservations(order).forEach(database::remove);
    }

    @Override
    public boolean move(Movement movement) {
        LotRow row = database.find(LotRow.class, movement.lot().value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new IllegalStateException("there is no lot " + movement.lot());
        }
        if (database.find(MovementRow.class, movement.reference()) != null) {
            return false;
        }
        database.persist(MovementRow.of(movement, ids.issuer()));
        row.change(movement.milligrams());
        return true;
    }

    @Override
    public List<Movement> movements(LotId lot) {
        return database.createQuery("from MovementRow where lot = :lot order by movedAt, reference", MovementRow.class)
                .setParameter("lot", lot.value())
                .getResultStream()
                .map(MovementRow::toMovement)
                .toList();
    }

    @Override
    public Optional<Movement> movement(String reference) {
        return Optional.ofNullable(database.find(MovementRow.class, reference)).map(MovementRow::toMovement);
    }

    private List<ReservationRow> reservations(OrderId order) {
        return database.createQuery("from ReservationRow where order = :order", ReservationRow.class)
                .setParameter("order", order.value())
                .getResultList();
    }
}
