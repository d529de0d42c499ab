package org.cosmofab.orchestrator.fabrication.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.PRINTER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Consequences;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.making.TestTime;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.cosmofab.orchestrator.testing.InMemoryBus;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ends of attempts that are odd in themselves, and must not hold up what comes after them. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class OddEndsTest {
    @Inject
    Fabrication fabrication;

    @Inject
    Consequences consequences;

    @Inject
    Scheduling scheduling;

    @Inject
    Orders orders;

    @Inject
    AgentInbox inbox;

    @Inject
    InMemoryBus bus;

    @Inject
    Materials materials;

    @Inject
    TestTime time;

    private PlayedAgent agent;

    @BeforeEach
    void reset() {
        Bench.reset();
        agent = new PlayedAgent(inbox, time);
        agent.beginAgain();
        bus.forget();
    }

    @Test
    void aLotThatWasNeverReceivedDoesNotHoldUpTheOrder() {
        loaded("pla", "misspelt");
        Attempt attempt = begun();

        agent.complete(attempt);

        assertThat(consequences.due()).isEmpty();
        assertThat(found(attempt).used().orElseThrow().lot().value()).isEqualTo("misspelt");
        assertThat(orders.find(attempt.order())
                        .orElseThrow()
                        .operations()
                        .get(0)
                        .stage())
                .isEqualTo(Operation.Stage.DONE);
        assertThat(materials.movements(Samples.SPOOL)).hasSize(1);
    }

    @Test
    void aMaterialThatWasNeverDefinedDoesNotHoldUpTheAgent() {
        Attempt attempt = begun();
        QuarkusTransaction.requiringNew()
                .run(() -> Bench.get(EntityManager.class)
                        .createNativeQuery("update attempt set material = 'misspelt' where machine = 'printer-1'")
                        .executeUpdate());

        agent.complete(attempt);

        assertThat(found(attempt).stage()).isEqualTo(Attempt.Stage.DONE);
    }

    @Test
    void whatAFirmwareSaysInControlCharactersIsKeptWithoutThem() {
        Attempt attempt = begun();
        agent.accepted(attempt);
        agent.started(attempt);

        agent.ended(attempt, "failed", 5, "\\u0000heater\\ud800 off\\n");

        assertThat(found(attempt).stage()).isEqualTo(Attempt.Stage.FAILED);
        assertThat(found(attempt).reason()).contains("heater").endsWith("off");
    }

    /** As an older version may have left it: nobody checked then. */
    private static void loaded(String material, String lot) {
        QuarkusTransaction.requiringNew()
                .run(() -> Bench.get(EntityManager.class)
                        .createNativeQuery(
                                "update machine set loaded_material = ?1, loaded_lot = ?2 where id = 'printer-1'")
                        .setParameter(1, material)
                        .setParameter(2, lot)
                        .executeUpdate());
    }

    private Attempt begun() {
        Order order = Bench.order(1);
        scheduling.replan();
        fabrication.dispatch();
        return fabrication.attempts(order.id()).stream()
                .filter(attempt -> attempt.machine().equals(PRINTER))
                .findFirst()
                .orElseThrow();
    }

    private Attempt found(Attempt attempt) {
        return fabrication.find(attempt.id()).orElseThrow();
    }
}
