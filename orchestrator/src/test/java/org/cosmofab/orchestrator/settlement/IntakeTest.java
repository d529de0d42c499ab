package org.cosmofab.orchestrator.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cosmofab.orchestrator.settlement.AcceptanceCases.changes;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.Test;

/** Settlement among the real rooms. */
@QuarkusTest
@OnEveryDatabase
class IntakeTest {
    private final Materials materials;
    private final Books books;
    private final SettlementRound round;

    @Inject
    IntakeTest(Materials materials, Books books, SettlementRound round) {
        this.materials = materials;
        this.books = books;
        this.round = round;
    }

    @Test
    void aLotThatTheStoreroomTakesInIsInTheBooksOnce() {
        MaterialId birch = new MaterialId("birch");
        materials.define(new Material(birch, Material.Form.SHEET, Map.of("en", "Birch"), 0.7, 3));
        LotId id = new LotId("birch-" + UUID.randomUUID());
        Lot lot = new Lot(id, birch, "six sheets", 1_500_000, Amount.microEuro(4_000_000));

        materials.receive(lot).orThrow();
        materials.receive(lot).orThrow();

        assertThat(books.entries("lot", id.value()))
                .singleElement()
                .satisfies(booked -> assertThat(changes(booked.entry()))
                        .containsEntry("stock:" + id + " MG", 1_500_000L)
                        .containsEntry("assets:stock:birch EUR", 6_000_000L));
    }

    @Test
    void aTurnWithNothingToSettleSettlesNothing() {
        assertThatCode(round::turn).doesNotThrowAnyException();
    }
}
