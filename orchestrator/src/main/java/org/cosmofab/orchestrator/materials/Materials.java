package org.cosmofab.orchestrator.materials;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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

    /** Takes a lot in; fires {@link LotReceived}. The same lot again answers the lot that is there. */
    @Transactional
    public Result<Lot> receive(Lot lot) {
        if (storeroom.material(lot.material()).isEmpty()) {
            return Result.refused(unknown(lot.material()));
        }
        if (lot.milligrams() <= 0
                || lot.reservedMilligrams() != 0
                || lot.pricePerKg().minorUnits() < 0) {
            return Result.refused(Refusal.of(
                    MaterialRefusal.LOT_INVALID, lot.id() + " needs a weight above 0 and a price of 0 or more"));
        }
        Optional<Lot> there = storeroom.lot(lot.id());
        if (there.isPresent()) {
            boolean same = there.get().material().equals(lot.material())
                    && there.get().pricePerKg().equals(lot.pricePerKg());
            return same
                    ? Result.done(there.get())
                    : Result.refused(Refusal.of(
                            MaterialRefusal.LOT_DIFFERS, lot.id() + " is there with another material or price"));
        }
        storeroom.add(lot);
        storeroom.move(new Movement(
                lot.id(),
                lot.milligrams(),
                Optional.empty(),
                Movement.RECEIPT + lot.id().value(),
                now()));
        received.fire(new LotReceived(lot));
        return Result.done(lot);
    }

    @Transactional
    public List<Lot> lots() {
        return storeroom.lots();
    }

    @Transactional
    public Optional<Lot> lot(LotId id) {
        return storeroom.lot(id);
    }

    /** Whether one lot can serve an order for so much; refused with how much is short. Changes nothing. */
    @Transactional
    public Result<Lot> available(MaterialId material, long milligrams) {
        requireNotNegative(milligrams);
        if (storeroom.material(material).isEmpty()) {
            return Result.refused(unknown(material));
        }
        return roomiest(storeroom.lots(), material, milligrams);
    }

    /**
     * Reserves for an order; refused with how much is short. Once per order and material.
     *
     * @param milligrams 0 or more
     */
    @Transactional
    public Result<Lot> reserve(OrderId order, MaterialId material, long milligrams) {
        requireNotNegative(milligrams);
        Optional<LotId> done = storeroom.reservation(order, material);
        if (done.isPresent()) {
            return Result.done(storeroom.lot(done.get()).orElseThrow());
        }
        if (storeroom.material(material).isEmpty()) {
            return Result.refused(unknown(material));
        }
        return roomiest(storeroom.lockLots(material), material, milligrams).map(lot -> {
            storeroom.reserve(order, lot.id(), material, milligrams);
            return storeroom.lot(lot.id()).orElseThrow();
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
     * @param milligrams 0 or more; a lot may go below nothing, and then is a stock difference
     * @param reference makes it happen once: the same reference again changes nothing
     */
    @Transactional
    public void used(LotId lot, long milligrams, OrderId order, String reference) {
        requireNotNegative(milligrams);
        if (storeroom.move(new Movement(lot, -milligrams, Optional.of(order), reference, now()))) {
            storeroom.draw(order, lot, milligrams);
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

    private static Result<Lot> roomiest(List<Lot> lots, MaterialId material, long milligrams) {
        Optional<Lot> best = lots.stream()
                .filter(lot -> lot.material().equals(material))
                .max(Comparator.comparingLong(Lot::freeMilligrams));
        long free = best.map(Lot::freeMilligrams).orElse(0L);
        if (free >= milligrams && best.isPresent()) {
            return Result.done(best.get());
        }
        long missing = milligrams - Math.max(0, free);
        return Result.refused(Refusal.of(
                        MaterialRefusal.MATERIAL_SHORT,
                        "the order needs " + grams(milligrams) + " g of " + material + "; the fullest lot has "
                                + grams(Math.max(0, free)) + " g free, " + grams(missing) + " g too little")
                .with("material", material.value())
                .with("missingMilligrams", missing));
    }

    private static Refusal unknown(MaterialId material) {
        return Refusal.of(
                MaterialRefusal.MATERIAL_NOT_KNOWN,
                "this workshop does not know the material '" + material + "'; define it first");
    }

    private static String grams(long milligrams) {
        return BigDecimal.valueOf(milligrams, 3)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
