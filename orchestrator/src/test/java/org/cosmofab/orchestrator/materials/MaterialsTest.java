package org.cosmofab.orchestrator.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnEveryDatabase
class MaterialsTest {
    private static final Amount PRICE = Amount.microEuro(24_900_000);

    @Inject
    Materials materials;

    @Inject
    IdSource ids;

    @Inject
    Receipts receipts;

    private MaterialId pla;
    private LotId spool;

    /** Remembers which lots came in. */
    @ApplicationScoped
    public static class Receipts {
        private final List<Lot> seen = new CopyOnWriteArrayList<>();

        void received(@Observes LotReceived receipt) {
            seen.add(receipt.lot());
        }

        List<Lot> of(LotId id) {
            return seen.stream().filter(lot -> lot.id().equals(id)).toList();
        }
    }

    @BeforeEach
    void oneSpool() {
        String suffix = ids.next().toString().substring(24);
        pla = new MaterialId("pla-" + suffix);
        spool = new LotId("spool-" + suffix);
        materials.define(new Material(
                pla, Material.Form.FILAMENT, Map.of("en", "PLA", "fr", "PLA", "de", "PLA weiß"), 1.24, 1.75));
        materials.receive(lot(spool, 250_000)).orThrow();
    }

    @Test
    void whatIsDefinedIsFoundWithAllItsNamesAndMayChange() {
        assertThat(materials.material(pla).orElseThrow().names())
                .containsOnlyKeys("en", "fr", "de")
                .containsEntry("de", "PLA weiß");

        Material other = new Material(pla, Material.Form.FILAMENT, Map.of("en", "Polylactide"), 1.25, 2.85);
        materials.define(other);

        assertThat(materials.material(pla)).contains(other);
        assertThat(materials.all()).contains(other);
    }

    @Test
    void aLotComesInOnce() {
        Lot again = materials.receive(lot(spool, 250_000)).orThrow();

        assertThat(again).isEqualTo(materials.lot(spool).orElseThrow());
        assertThat(again.milligrams()).isEqualTo(250_000);
        assertThat(again.pricePerKg()).isEqualTo(PRICE);
        assertThat(receipts.of(spool)).containsExactly(lot(spool, 250_000));
    }

    @Test
    void aLotThatWasUsedComesInAgainAsItOnceCame() {
        materials.used(spool, 80_000, order(), "attempt-" + spool);

        assertThat(materials.receive(lot(spool, 250_000)).orThrow().milligrams())
                .isEqualTo(170_000);
        assertThat(slug(materials.receive(lot(spool, 170_000)))).isEqualTo("lot-differs");
    }

    @Test
    void anotherLotOfTheSameNameIsRefusedNamingBoth() {
        MaterialId petg = new MaterialId("petg-" + spool);
        materials.define(new Material(petg, Material.Form.FILAMENT, Map.of("en", "PETG"), 1.27, 1.75));

        assertThat(refusal(materials.receive(lot(spool, 1_000_000))).detail())
                .contains("'spool', 250.0 g of " + pla + " at 24.900000 EUR per kg", "'spool', 1000.0 g of " + pla);
        for (Lot other : List.of(
                lot(spool, 1_000_000),
                new Lot(spool, pla, "spool", 250_000, Amount.microEuro(1)),
                new Lot(spool, pla, "another label", 250_000, PRICE),
                new Lot(spool, petg, "spool", 250_000, PRICE))) {
            assertThat(slug(materials.receive(other))).as(other.toString()).isEqualTo("lot-differs");
        }
        assertThat(materials.lot(spool)).contains(lot(spool, 250_000));
        assertThat(materials.movements(spool)).hasSize(1);
    }

    @Test
    void oneLotThatComesInTwiceAtOnceIsOneLot() throws Exception {
        Lot fresh = lot(new LotId(spool.value() + "-b"), 100_000);
        MaterialId petg = new MaterialId("petg-b-" + spool);
        materials.define(new Material(petg, Material.Form.FILAMENT, Map.of("en", "PETG"), 1.27, 1.75));
        Lot ofOther = new Lot(fresh.id(), petg, "spool", 100_000, PRICE);
        List<Callable<Result<Lot>>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Lot lot = i % 2 == 0 ? fresh : ofOther;
            calls.add(() -> materials.receive(lot));
        }
        List<Result<Lot>> answers = together(calls);

        Lot there = materials.lot(fresh.id()).orElseThrow();
        assertThat(there).isIn(fresh, ofOther);
        assertThat(answers.stream().filter(answer -> answer.equals(Result.done(there))))
                .hasSize(8);
        assertThat(answers.stream().filter(answer -> answer instanceof Result.Refused))
                .hasSize(8);
        assertThat(receipts.of(fresh.id())).hasSize(1);
    }

    @Test
    void oneMaterialThatIsDefinedTwiceAtOnceIsOneMaterial() throws Exception {
        Material petg = new Material(
                new MaterialId("petg-c-" + spool), Material.Form.FILAMENT, Map.of("en", "PETG"), 1.27, 1.75);

        assertThat(together(Collections.nCopies(16, () -> materials.define(petg))))
                .containsOnly(petg);

        assertThat(materials.material(petg.id())).contains(petg);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aLotOfAnUnknownMaterialOrWithoutWeightIsRefused() {
        assertThat(slug(materials.receive(new Lot(spool, new MaterialId("wood"), "x", 1, PRICE))))
                .isEqualTo("material-not-known");
        assertThat(slug(materials.receive(lot(new LotId("empty"), 0)))).isEqualTo("lot-invalid");
        assertThat(materials.lot(new LotId("empty"))).isEmpty();
    }

    @Test
    void whatIsReservedIsNotFreeForOthers() {
        OrderId first = order();

        assertThat(materials.reserve(first, pla, 200_000).orThrow().freeMilligrams())
                .isEqualTo(50_000);

        Refusal refusal = refusal(materials.reserve(order(), pla, 60_000));
        assertThat(refusal.kind().slug()).isEqualTo("material-short");
        assertThat(refusal.facts()).containsEntry("missingMilligrams", 10_000L);
        assertThat(refusal.detail()).contains("60.0 g", "50.0 g free", "10.0 g too little");
        assertThat(materials.reserve(order(), pla, 50_000).orThrow().freeMilligrams())
                .isZero();
    }

    @Test
    void anOrderReservesAMaterialOnce() {
        OrderId order = order();
        materials.reserve(order, pla, 100_000).orThrow();
        materials.reserve(order, pla, 100_000).orThrow();

        assertThat(materials.stock(pla).reservedMilligrams()).isEqualTo(100_000);
    }

    @Test
    void askingWhatIsAvailableReservesNothing() {
        assertThat(materials.available(pla, 250_000).orThrow().freeMilligrams()).isEqualTo(250_000);
        assertThat(slug(materials.available(pla, 250_001))).isEqualTo("material-short");
        assertThat(slug(materials.available(new MaterialId("wood"), 1))).isEqualTo("material-not-known");
        assertThat(materials.stock(pla).reservedMilligrams()).isZero();
    }

    @Test
    void allLotsOfAMaterialServeAnOrderTogether() {
        LotId fuller = new LotId(spool.value() + "-b");
        materials.receive(lot(fuller, 300_000)).orThrow();

        assertThat(materials.fullest(pla).orElseThrow().id()).isEqualTo(fuller);
        assertThat(materials.available(pla, 550_000).orThrow().milligrams()).isEqualTo(550_000);
        assertThat(materials.reserve(order(), pla, 400_000).orThrow().freeMilligrams())
                .isEqualTo(150_000);
        assertThat(refusal(materials.reserve(order(), pla, 200_000)).detail())
                .contains("all lots together have 150.0 g free, 50.0 g too little");
    }

    @Test
    void whatIsUsedOfAnyLotLeavesTheReservationOfItsMaterial() {
        LotId other = new LotId(spool.value() + "-b");
        materials.receive(lot(other, 300_000)).orThrow();
        OrderId order = order();
        materials.reserve(order, pla, 280_000).orThrow();

        materials.used(spool, 200_000, order, "first-" + order);
        materials.used(other, 60_000, order, "second-" + order);

        assertThat(materials.stock(pla)).isEqualTo(new Stock(pla, 290_000, 20_000));
        assertThat(materials.available(pla, 270_000)).isInstanceOf(Result.Done.class);
    }

    @Test
    void aLotBelowNothingTakesNothingFromTheOthers() {
        LotId other = new LotId(spool.value() + "-b");
        materials.receive(lot(other, 300_000)).orThrow();

        materials.used(spool, 260_000, order(), "too-much-" + spool);

        assertThat(materials.stock(pla)).isEqualTo(new Stock(pla, 300_000, 0));
    }

    @Test
    void whatWasUsedLeavesTheLotAndTheReservation() {
        OrderId order = order();
        materials.reserve(order, pla, 100_000).orThrow();

        materials.used(spool, 80_000, order, "attempt-" + order);

        Lot lot = materials.lot(spool).orElseThrow();
        assertThat(lot.milligrams()).isEqualTo(170_000);
        assertThat(materials.stock(pla).reservedMilligrams()).isEqualTo(20_000);
        materials.release(order);
        assertThat(materials.stock(pla).reservedMilligrams()).isZero();
        materials.release(order);
        assertThat(materials.lot(spool).orElseThrow().milligrams()).isEqualTo(170_000);
    }

    @Test
    void moreUsedThanThereWasIsAFactAndAStockDifference() {
        OrderId order = order();
        materials.reserve(order, pla, 250_000).orThrow();

        materials.used(spool, 260_000, order, "attempt-" + order);

        Lot lot = materials.lot(spool).orElseThrow();
        assertThat(lot.milligrams()).isEqualTo(-10_000);
        assertThat(materials.stock(pla).reservedMilligrams()).isZero();
        assertThat(refusal(materials.available(pla, 1)).facts()).containsEntry("missingMilligrams", 1L);
    }

    @Test
    void theSameReferenceCountsOnce() {
        OrderId order = order();
        materials.used(spool, 10_000, order, "once-" + order);
        materials.used(spool, 10_000, order, "once-" + order);

        assertThat(materials.lot(spool).orElseThrow().milligrams()).isEqualTo(240_000);
        assertThat(materials.movements(spool)).extracting(Movement::milligrams).containsExactly(250_000L, -10_000L);
    }

    @Test
    void lessThanNothingCannotBeReservedOrUsed() {
        assertThatThrownBy(() -> materials.reserve(order(), pla, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> materials.used(spool, -1, order(), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> materials.available(pla, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersThatComeTogetherNeverGetTheSameGrams() throws Exception {
        ExecutorService orders = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            OrderId order = order();
            answers.add(
                    orders.submit(() -> materials.reserve(order, pla, 50_000).fold(lot -> true, refusal -> false)));
        }
        int served = 0;
        for (Future<Boolean> answer : answers) {
            served += answer.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        orders.shutdown();

        assertThat(served).isEqualTo(5);
        assertThat(materials.stock(pla).freeMilligrams()).isZero();
    }

    /** Any sequence of what may happen, against a model of it in memory; the seed repeats it. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensTheBooksOfUseAddUp(long seed) {
        Random chance = new Random(seed);
        List<OrderId> orders = List.of(order(), order(), order(), order());
        Map<OrderId, Long> reserved = new HashMap<>();
        Map<String, Long> used = new HashMap<>();
        long left = 250_000;
        for (int step = 0; step < 40; step++) {
            OrderId order = orders.get(chance.nextInt(orders.size()));
            long milligrams = chance.nextInt(90_000);
            switch (chance.nextInt(4)) {
                case 0, 1 -> {
                    long free = Math.max(0, left)
                            - reserved.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
                    boolean done = materials.reserve(order, pla, milligrams).fold(lot -> true, no -> false);
                    assertThat(done).isEqualTo(reserved.containsKey(order) || Math.max(0, free) >= milligrams);
                    if (done) {
                        reserved.putIfAbsent(order, milligrams);
                    }
                }
                case 2 -> {
                    String reference = seed + "-" + order + "-" + chance.nextInt(3);
                    materials.used(spool, milligrams, order, reference);
                    if (used.putIfAbsent(reference, milligrams) == null) {
                        left -= milligrams;
                        reserved.computeIfPresent(order, (o, r) -> Math.max(0, r - milligrams));
                    }
                }
                default -> {
                    materials.release(order);
                    reserved.remove(order);
                }
            }
            Lot lot = materials.lot(spool).orElseThrow();
            assertThat(lot.milligrams()).isEqualTo(left);
            assertThat(materials.stock(pla).reservedMilligrams())
                    .isEqualTo(reserved.values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isNotNegative();
        }
        assertThat(materials.movements(spool).stream()
                        .mapToLong(Movement::milligrams)
                        .sum())
                .isEqualTo(left);
    }

    private Lot lot(LotId id, long milligrams) {
        return new Lot(id, pla, "spool", milligrams, PRICE);
    }

    private OrderId order() {
        return new OrderId(ids.next());
    }

    private static Refusal refusal(Result<?> result) {
        return result.fold(
                done -> {
                    throw new AssertionError("not refused: " + done);
                },
                refusal -> refusal);
    }

    private static String slug(Result<?> result) {
        return refusal(result).kind().slug();
    }
}
