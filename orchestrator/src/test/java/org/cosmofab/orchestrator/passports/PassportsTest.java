package org.cosmofab.orchestrator.passports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.LAMP;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.AttemptState;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class PassportsTest {
    @Inject
    Passports passports;

    @Inject
    Orders orders;

    @Inject
    AttemptBook book;

    @Inject
    EntityManager entities;

    @Inject
    Parties parties;

    @BeforeEach
    void reset() {
        Bench.reset();
    }

    @Test
    void thereIsNoPassportBeforeTheOrderIsSettled() {
        Order order = made();

        assertThat(passports.of(order.id())).isEmpty();
        given().get("/api/v1/passports/{order}", order.id().toString())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/no-passport"));
    }

    @Test
    void aPassportTellsWhatWasMadeAndHow() {
        Order order = made();
        attempt(order, 1, new AttemptState.Failed("jam"));
        Attempt made = attempt(order, 2, new AttemptState.Done("done, says grace"));
        orders.settled(order.id()).orThrow();

        Passport passport = passports.of(order.id()).orElseThrow();

        assertThat(passport.design()).isEqualTo(Samples.lamp());
        assertThat(passport.workshop()).isEqualTo(parties.workshop().name());
        assertThat(passport.madeAt()).isEqualTo(Samples.NOON);
        assertThat(passport.attempts()).extracting(Attempt::id).containsExactly(made.id());
        assertThat(passport.attempts().get(0).used()).isEqualTo(made.used());
        assertThat(passports.made(LAMP, 0, 10)).containsExactly(new MadeThing(order.id(), 1, Samples.NOON));
    }

    @Test
    void anybodyMayReadItAndItNamesNobodyWhoAskedOrDecided() {
        Order order = made();
        attempt(order, 1, new AttemptState.Done("done, says grace"));
        orders.settled(order.id()).orThrow();

        String body = given().get("/api/v1/passports/{order}", order.id().toString())
                .then()
                .statusCode(200)
                .body("design.slug", equalTo("lamp"))
                .body("attempts[0].used.milligrams", equalTo(6306))
                .extract()
                .asString();

        assertThat(body).doesNotContain("requester").doesNotContain("grace");
    }

    @Test
    void theNewestFabricationComesFirst() {
        OrderId first = settled();
        OrderId second = settled();
        orders.paid(first).orThrow();

        assertThat(passports.made(LAMP, 0, 10)).extracting(MadeThing::order).containsExactly(second, first);
        assertThat(passports.made(LAMP, 0, 1)).extracting(MadeThing::order).containsExactly(second);
        assertThat(passports.made(LAMP, 1, 1)).extracting(MadeThing::order).containsExactly(first);
        assertThat(passports.made(LAMP, 2, 1)).isEmpty();
    }

    @Test
    void whatIsInTheBooksIsCountedByDesign() {
        made();
        assertThat(passports.counts()).isEmpty();

        settled();
        orders.paid(settled()).orThrow();

        assertThat(passports.counts()).containsExactly(Map.entry(LAMP, 2L));
    }

    /** A page of the catalog costs as many queries for thirty fabrications as for three. */
    @Test
    void countingAndListingTakeTheSameQueriesHoweverMuchWasMade() {
        for (int i = 0; i < 3; i++) {
            settled();
        }
        long few = queries();
        for (int i = 0; i < 9; i++) {
            settled();
        }

        assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(3);
    }

    private long queries() {
        Statistics statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        passports.counts();
        passports.made(LAMP, 0, 20);
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }

    private OrderId settled() {
        return orders.settled(made().id()).orThrow().id();
    }

    private Order made() {
        Order order = Bench.order(1);
        for (Operation operation : order.operations()) {
            orders.operation(operation.id(), Operation.Stage.ASSIGNED).orThrow();
            orders.operation(operation.id(), Operation.Stage.DONE).orThrow();
        }
        return order;
    }

    private Attempt attempt(Order order, int number, AttemptState state) {
        Assignment assignment = new Assignment(
                new AttemptId(new UUID(1, number)),
                order.operations().get(0).id(),
                order.id(),
                number,
                Samples.PRINTER,
                Samples.BENCH,
                new ProgramHash("0".repeat(64)),
                12,
                new Machine.Loaded(Samples.PLA, Samples.SPOOL),
                number,
                Samples.NOON,
                Samples.NOON);
        TrackedAttempt attempt = new TrackedAttempt(
                assignment,
                state,
                TrackedAttempt.Course.NONE,
                1,
                Optional.empty(),
                Optional.of(new Attempt.Used(2828, Samples.PLA, Samples.SPOOL, 6306, 94, false, 300)),
                false,
                true);
        QuarkusTransaction.requiringNew().run(() -> book.add(attempt));
        return attempt.view();
    }
}
