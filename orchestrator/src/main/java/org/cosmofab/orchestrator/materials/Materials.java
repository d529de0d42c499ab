package org.cosmofab.orchestrator.materials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;

/** What the workshop has to make things of. */
@ApplicationScoped
public class Materials {
    private final Storeroom storeroom;
    private final Event<LotReceived> received;
    private final Clock clock;

    Materials(Storeroom storeroom, Event<LotReceived> received, Clock clock) {
        this.storeroom = storeroom;
        this.received = received;
        this.clock = clock;
    }

    /** Adds a kind of material, or replaces its description. */
    @Transactional
    public Material define(Material material) {
        storeroom.holdDoor();
        storeroom.save(material);
        return material;
    }

    @Transactional
    public Optional<Material> material(MaterialId id) {
        return storeroom.material(id);
    }

    @Transactional
    public List<Material> all() {
        return storeroom.materials();
    }

    /**
     * Takes a lot in; fires {@link LotReceived}. The same lot again, by material, label, weight and price, answers the lot that
     * is there.
     */
    @Transactional
    public Result<Lot> receive(Lot lot) {
        // Held before anything is read: two receipts of one lot are one receipt and one answer.
        storeroom.holdDoor();
        if (storeroom.material(lot.material()).isEmpty()) {
            return Result.refused(unknown(lot.material()));
        }
        if (lot.milligrams() <= 0 || lot.pricePerKg().minorUnits() < 0) {
            return Result.refused(Refusal.of(
                    MaterialRefusal.LOT_INVALID, lot.id() + " needs a weight above 0 and a price of 0 or more"));
        }
        Optional<Lot> there = storeroom.lot(lot.id());
        if (there.isPresent()) {
            return again(there.get(), lot);
        }
        storeroom.add(lot);
        storeroom.move(new Movement(lot.id(), lot.milligrams(), Optional.empty(), Movement.receipt(lot.id()), now()));
        received.fire(new LotReceived(lot));
        return Result.done(lot);
    }

    private Result<Lot> again(Lot there, Lot lot) {
        long received = storeroom
                .movement(Movement.receipt(lot.id()))
                .map(Movement::milligrams)
                .orElse(there.milligrams());
        Lot asReceived = new Lot(there.id(), there.material(), there.label(), received, there.pricePerKg());
        if (asReceived.equals(lot)) {
            return Result.done(there);
        }
        return Result.refused(Refusal.of(
                MaterialRefusal.LOT_DIFFERS,
                "lot " + lot.id() + " came in as " + words(asReceived) + ", and cannot come in again as " + words(lot)
                        + "; give the other lot an id of its own"));
    }

    @Transactional
    public List<Lot> lots() {
        return storeroom.lots();
    }

    @Transactional
    public Optional<Lot> lot(LotId id) {
        return storeroom.lot(id);
    }

    /** The lot with most left of a material, if there ever was one. */
    @Transactional
    public Optional<Lot> fullest(MaterialId material) {
        return storeroom.lots(material).stream().findFirst();
    }

    /** What there is of a material, and what is promised of it. */
    @Transactional
    public Stock stock(MaterialId material) {
        return storeroom.stock(material);
    }

    /** Whether all lots together can serve an order for so much; refused with how much is short. Changes nothing. */
    @Transactional
    public Result<Stock> available(MaterialId material, long milligrams) {
        requireNotNegative(milligrams);
        if (storeroom.material(material).isEmpty()) {
            return Result.refused(unknown(material));
        }
        return enough(storeroom.stock(material), milligrams);
    }

    /**
     * Reserves for an order, from whichever lot it will be made; refused with how much is short. Once per order and material.
     *
     * @param milligrams 0 or more
     */
    @Transactional
    public Result<Stock> reserve(OrderId order, MaterialId material, long milligrams) {
        requireNotNegative(milligrams);
        if (storeroom.material(material).isEmpty()) {
            return Result.refused(unknown(material));
        }
        storeroom.holdLots(material);
        if (storeroom.isReserved(order, material)) {
            return Result.done(storeroom.stock(material));
        }
        return enough(storeroom.stock(material), milligrams).map(stock -> {
            storeroom.reserve(order, material, milligrams);
            return storeroom.stock(material);
        });
    }

    /** Frees what an order had reserved and did not use. */
    @Transactional
    public void release(OrderId order) {
        storeroom.release(order);
    }

    /**
     * Records what an attempt used; never refused, what happened is a fact.
     *
     * @param lot any lot of the material that the order reserved
     * @param milligrams 0 or more; a lot may go below nothing, and then is a stock difference
     * @param reference makes it happen once: the same reference again changes nothing
     * @throws IllegalStateException if there is no such lot
     */
    @Transactional
    public void used(LotId lot, long milligrams, OrderId order, String reference) {
        requireNotNegative(milligrams);
        if (storeroom.move(new Movement(lot, -milligrams, Optional.of(order), reference, now()))) {
            storeroom.draw(order, storeroom.lot(lot).orElseThrow().material(), milligrams);
        }
    }

    /** What came into and went out of a lot, oldest first; together they are what is left. */
    @Transactional
    public List<Movement> movements(LotId lot) {
        return storeroom.movements(lot);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireNotNegative(long milligrams) {
        if (milligrams < 0) {
            throw new IllegalArgumentException("milligrams must be 0 or more, not " + milligrams);
        }
    }

    private static Result<Stock> enough(Stock stock, long milligrams) {
        long free = Math.max(0, stock.freeMilligrams());
        if (free >= milligrams) {
            return Result.done(stock);
        }
        long missing = milligrams - free;
        return Result.refused(Refusal.of(
                        MaterialRefusal.MATERIAL_SHORT,
                        "the order needs " + grams(milligrams) + " g of " + stock.material()
                                + "; all lots together have " + grams(free) + " g free, " + grams(missing)
                                + " g too little")
                .with("material", stock.material().value())
                .with("missingMilligrams", missing));
    }

    private static Refusal unknown(MaterialId material) {
        return Refusal.of(
                MaterialRefusal.MATERIAL_NOT_KNOWN,
                "this workshop does not know the material '" + material + "'; define it first");
    }

    private static String words(Lot lot) {
        return "'" + lot.label() + "', " + grams(lot.milligrams()) + " g of " + lot.material() + " at "
                + lot.pricePerKg() + " per kg";
    }

    private static String grams(long milligrams) {
        return BigDecimal.valueOf(milligrams, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
