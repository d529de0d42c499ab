package org.cosmofab.orchestrator.fabrication.mqtt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.LASER;
import static org.cosmofab.orchestrator.making.Samples.PRINTER;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.making.TestTime;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.cosmofab.orchestrator.testing.InMemoryBus;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a person's decision about an attempt that nobody knew the end of: what its agent is still told, and for how long. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class CallingOffTest {
    @Inject
    Fabrication fabrication;

    @Inject
    Scheduling scheduling;

    @Inject
    AgentInbox inbox;

    @Inject
    OutboxSender sender;

    @Inject
    InMemoryBus bus;

    @Inject
    TestTime time;

    @Inject
    Tokens tokens;

    @Inject
    MakingTest.Ended ended;

    private PlayedAgent agent;
    private Order order;
    private Attempt attempt;

    @BeforeEach
    void begin() {
        Bench.reset();
        agent = new PlayedAgent(inbox, time);
        agent.beginAgain();
        order = Bench.order(1);
        scheduling.replan();
        fabrication.dispatch();
        sender.send();
        attempt = on(PRINTER);
        agent.complete(on(LASER));
        ended.attempts().clear();
    }

    @Test
    void itsAgentIsToldUntilItTellsOfTheEnd() {
        agent.accepted(attempt);
        decideWithoutContact(false);
        assertThat(cancelsSentWithin(Duration.ofSeconds(62))).isEqualTo(3);

        agent.ended(attempt, "cancelled", 12);

        assertThat(cancelsSentWithin(Duration.ofSeconds(62))).isZero();
    }

    @Test
    void itsAgentIsToldUntilItSaysThatItHasItNoMore() {
        agent.accepted(attempt);
        decideWithoutContact(false);
        agent.tell(
                "attempts.reported",
                "\"open\":[{\"attempt\":\"" + attempt.id() + "\",\"machine\":\"printer-1\",\"line\":12}],\"ended\":[]");
        assertThat(cancelsSentWithin(Duration.ofSeconds(31))).isEqualTo(2);

        agent.tell("attempts.reported", "\"open\":[],\"ended\":[\"" + attempt.id() + "\"]");

        assertThat(cancelsSentWithin(Duration.ofSeconds(62))).isZero();
    }

    @Test
    void anAgentThatNeverAnsweredIsToldUntilItCannotTakeItAnyMore() {
        decideWithoutContact(false);
        agent.knowsNothing("2026-03-02T12:00:30Z");
        assertThat(cancelsSentWithin(Duration.ofSeconds(31)))
                .as("its assignment may still have come then")
                .isEqualTo(2);

        agent.knowsNothing("2026-03-02T12:02:30Z");

        assertThat(cancelsSentWithin(Duration.ofSeconds(62))).isZero();
    }

    @Test
    void anAgentThatToldOfTheEndWithoutKnowingItIsToldNothing() {
        agent.accepted(attempt);
        agent.ended(attempt, "lost", 40);

        fabrication.decide(attempt.id(), true, "ada").orThrow();

        assertThat(cancelsSentWithin(Duration.ofSeconds(62))).isZero();
    }

    @Test
    void nobodyDecidesBeforeItIsTooLateForTheAgentToTakeIt() {
        agent.presence(false);
        time.pass(Duration.ofSeconds(121));
        Bench.idle(LASER, true);
        scheduling.replan();
        fabrication.dispatch();

        inbox.reconcile();
        assertThat(newest().stage())
                .as("its agent was away before, but may come and take it")
                .isEqualTo(Attempt.Stage.ASSIGNED);

        time.pass(Duration.ofSeconds(121));
        inbox.reconcile();
        assertThat(newest().stage()).isEqualTo(Attempt.Stage.UNCERTAIN);
    }

    @Test
    void whatIsMeasuredAfterTheDecisionIsToldOnceMore() {
        agent.accepted(attempt);
        decideWithoutContact(true);
        assertThat(ended.attempts()).containsExactly(attempt.id());

        agent.ended(attempt, "completed", 1000);

        assertThat(ended.attempts()).containsExactly(attempt.id(), attempt.id());
        assertThat(on(PRINTER).used()).isPresent();
    }

    @Test
    void anOrderIsNotGivenUpWhileNobodyKnowsHowItsAttemptGoes() {
        agent.accepted(attempt);
        agent.started(attempt);
        agent.presence(false);
        time.pass(Duration.ofSeconds(121));
        inbox.reconcile();
        assertThat(on(PRINTER).stage()).isEqualTo(Attempt.Stage.UNCERTAIN);

        cancel().statusCode(409)
                .body("type", equalTo("/problems/order-undecided"))
                .body("attempt", equalTo(attempt.id().toString()));
        fabrication.decide(attempt.id(), false, "odile").orThrow();
        cancel().statusCode(200).body("stage", equalTo("CANCELLED"));
    }

    private void decideWithoutContact(boolean done) {
        agent.presence(false);
        time.pass(Duration.ofSeconds(121));
        inbox.reconcile();
        assertThat(on(PRINTER).stage()).isEqualTo(Attempt.Stage.UNCERTAIN);
        fabrication.decide(attempt.id(), done, "ada").orThrow();
    }

    private io.restassured.response.ValidatableResponse cancel() {
        return ada().post("/api/v1/orders/{id}/cancel", order.id().toString()).then();
    }

    private RequestSpecification ada() {
        return given().auth().oauth2(tokens.of(Samples.ADA, Role.REQUESTER));
    }

    private long cancelsSentWithin(Duration duration) {
        bus.forget();
        for (long second = 0; second <= duration.toSeconds(); second++) {
            sender.send();
            time.pass(Duration.ofSeconds(1));
        }
        return bus.published("cosmofab/v1/agents/bench-1/commands").stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .filter(text -> text.contains("attempt.cancel"))
                .count();
    }

    private Attempt newest() {
        List<Attempt> all = fabrication.attempts(order.id());
        return all.get(all.size() - 1);
    }

    private Attempt on(MachineId machine) {
        return fabrication.attempts(order.id()).stream()
                .filter(each -> each.machine().equals(machine))
                .findFirst()
                .orElseThrow();
    }
}
