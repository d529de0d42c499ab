package org.cosmofab.orchestrator.fabrication.mqtt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.LASER;
import static org.cosmofab.orchestrator.making.Samples.PRINTER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.AttemptEnded;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.fabrication.FabricationRefusal;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.making.TestTime;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.preparation.FakePreparation;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.cosmofab.orchestrator.testing.InMemoryBus;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a placed order to its last ended attempt, over the database and the bus; the agent's part is played by messages. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class MakingTest {
    private static final String COMMANDS = "cosmofab/v1/agents/bench-1/commands";

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
    Machines machines;

    @Inject
    Materials materials;

    @Inject
    ObjectMapper json;

    @Inject
    TestTime time;

    @Inject
    Tokens tokens;

    @Inject
    Ended ended;

    private PlayedAgent agent;

    /** Hears which attempts ended. */
    @ApplicationScoped
    static class Ended {
        private final List<AttemptId> attempts = new CopyOnWriteArrayList<>();

        List<AttemptId> attempts() {
            return attempts;
        }

        void heard(@Observes AttemptEnded event) {
            attempts.add(event.attempt());
        }
    }

    @BeforeEach
    void reset() {
        Bench.reset();
        ended.attempts().clear();
        agent = new PlayedAgent(inbox, time);
        agent.beginAgain();
        bus.forget();
    }

    @Test
    void anAssignmentGoesOutForEachMachineThatIsReady() {
        Order order = Bench.order(1);

        begin();

        assertThat(fabrication.attempts(order.id()))
                .extracting(attempt -> attempt.machine().value() + " " + attempt.stage())
                .containsExactlyInAnyOrder("printer-1 ASSIGNED", "laser-1 ASSIGNED");
        assertThat(stages(order)).containsExactly("ASSIGNED", "ASSIGNED", "WAITING");
        JsonNode assign = command("attempt.assign", PRINTER);
        assertThat(assign.path("attempt").asText())
                .isEqualTo(attemptOn(PRINTER, order).id().toString());
        assertThat(assign.path("fence").asLong()).isEqualTo(1);
        assertThat(assign.path("program").path("bytes").asLong()).isEqualTo(FakePreparation.BYTES);
        assertThat(assign.path("expiresAt").asText())
                .isEqualTo(time.now()
                        .plusSeconds(60)
                        .truncatedTo(java.time.temporal.ChronoUnit.MICROS)
                        .toString());
    }

    @Test
    void nothingIsAssignedTwice() {
        Order order = Bench.order(1);
        begin();
        begin();
        scheduling.replan();
        begin();

        assertThat(fabrication.attempts(order.id())).hasSize(2);
    }

    @Test
    void aMachineThatIsNotClearedGetsNothing() {
        Bench.idle(PRINTER, false);
        Order order = Bench.order(1);

        begin();

        assertThat(fabrication.attempts(order.id()))
                .extracting(Attempt::machine)
                .containsExactly(LASER);
    }

    @Test
    void anUnansweredAssignmentGoesOutAgainUntilItIsAnswered() {
        Order order = Bench.order(1);
        begin();
        sender.send();
        assertThat(commands("attempt.assign")).hasSize(2);

        time.pass(Duration.ofSeconds(6));
        sender.send();
        assertThat(commands("attempt.assign")).hasSize(4);

        agent.accepted(attemptOn(PRINTER, order));
        agent.accepted(attemptOn(LASER, order));
        time.pass(Duration.ofSeconds(6));
        sender.send();
        assertThat(commands("attempt.assign")).hasSize(4);
    }

    @Test
    void withoutAConnectionCommandsWait() {
        bus.connected(false);
        Bench.order(1);
        begin();
        bus.connected(true);
        assertThat(commands("attempt.assign")).isEmpty();

        sender.send();

        assertThat(commands("attempt.assign")).hasSize(2);
    }

    @Test
    void anOrderIsMadeWhenItsLastAttemptIsDone() {
        Order order = Bench.order(1);
        begin();
        agent.complete(attemptOn(PRINTER, order));
        agent.complete(attemptOn(LASER, order));
        Bench.idle(LASER, true);
        scheduling.replan();
        begin();
        assertThat(Bench.order(order).stage()).isEqualTo(Order.Stage.MAKING);
        agent.complete(open(order));

        assertThat(Bench.order(order).stage()).isEqualTo(Order.Stage.MADE);
        assertThat(stages(order)).containsOnly("DONE");
        assertThat(ended.attempts()).hasSize(3);
        Attempt printed = attemptOn(PRINTER, order);
        // 2114.37 mm of 1.75 mm filament at 1.24 g/cm3.
        assertThat(printed.used()).contains(new Attempt.Used(2828, Samples.PLA, Samples.SPOOL, 6306, 94, false, 300));
        assertThat(materials.lot(Samples.SPOOL).orElseThrow().milligrams()).isEqualTo(1_000_000 - 6306);
        assertThat(materials.lot(Samples.SHEETS).orElseThrow().milligrams())
                .isEqualTo(1_000_000 - 2 * FakePreparation.MILLIGRAMS);
    }

    @Test
    void anEventIsAcknowledgedWhenItIsStoredAndTakenOnce() {
        Order order = Bench.order(1);
        begin();
        bus.forget();
        Attempt attempt = attemptOn(PRINTER, order);
        String end = PlayedAgent.end(attempt, "completed", 1000);

        agent.tell("attempt.ended", end);
        agent.again("attempt.ended", end);

        assertThat(commands("events.acknowledge"))
                .extracting(each -> each.path("upTo").asLong())
                .containsExactly(102L, 102L);
        assertThat(ended.attempts()).containsExactly(attempt.id());
        assertThat(materials.lot(Samples.SPOOL).orElseThrow().milligrams()).isEqualTo(1_000_000 - 6306);
    }

    @Test
    void anEndWithoutABeginningCounts() {
        Order order = Bench.order(1);
        begin();

        agent.ended(attemptOn(PRINTER, order), "completed", 1000);
        agent.started(attemptOn(PRINTER, order));

        assertThat(attemptOn(PRINTER, order).stage()).isEqualTo(Attempt.Stage.DONE);
        assertThat(stages(order)).startsWith("DONE");
    }

    @Test
    void anEndedAttemptLeavesItsMachineNotCleared() {
        Order order = Bench.order(2);
        begin();

        agent.complete(attemptOn(PRINTER, order));

        assertThat(machines.live(PRINTER).cleared()).isFalse();
        scheduling.replan();
        begin();
        assertThat(fabrication.attempts(order.id())).hasSize(2);
    }

    @Test
    void afterAnInterruptionAPersonLetsItBeTriedAgainByANewAttempt() {
        Order order = Bench.order(1);
        begin();
        Attempt first = attemptOn(PRINTER, order);
        agent.accepted(first);
        agent.started(first);
        assertThat(stages(order)).startsWith("RUNNING");

        agent.ended(first, "interrupted", 812);

        Attempt failed = fabrication.find(first.id()).orElseThrow();
        assertThat(failed.stage()).isEqualTo(Attempt.Stage.FAILED);
        assertThat(failed.reason()).startsWith("interrupted at line 812");
        assertThat(stages(order)).startsWith("NEEDS_PERSON");
        assertThat(kind(fabrication.decide(first.id(), true, "ada")))
                .isEqualTo(FabricationRefusal.ATTEMPT_NOT_UNCERTAIN);

        fabrication.retry(first.id(), "ada").orThrow();
        Bench.idle(PRINTER, true);
        scheduling.replan();
        begin();

        assertThat(stages(order)).startsWith("ASSIGNED");
        assertThat(fabrication.attempts(order.id()))
                .filteredOn(attempt -> attempt.machine().equals(PRINTER))
                .extracting(Attempt::stage)
                .containsExactly(Attempt.Stage.FAILED, Attempt.Stage.ASSIGNED);
        assertThat(kind(fabrication.retry(first.id(), "ada"))).isEqualTo(FabricationRefusal.ATTEMPT_UNDECIDED);
    }

    @Test
    void aLostAttemptWaitsForAPersonsWord() {
        Order order = Bench.order(1);
        begin();
        Attempt lost = attemptOn(PRINTER, order);
        agent.ended(lost, "lost", 40);

        assertThat(fabrication.find(lost.id()).orElseThrow().stage()).isEqualTo(Attempt.Stage.UNCERTAIN);
        assertThat(kind(fabrication.retry(lost.id(), "ada"))).isEqualTo(FabricationRefusal.ATTEMPT_UNDECIDED);
        assertThat(kind(fabrication.clear(PRINTER, "ada"))).isEqualTo(FabricationRefusal.MACHINE_IN_WORK);

        fabrication.decide(lost.id(), true, "ada").orThrow();

        assertThat(stages(order)).startsWith("DONE");
        assertThat(ended.attempts()).containsExactly(lost.id());
        assertThat(materials.lot(Samples.SPOOL).orElseThrow().milligrams()).isEqualTo(1_000_000 - 6306);
    }

    @Test
    void aRefusedAssignmentIsTriedAgainAfterAPause() {
        Order order = Bench.order(1);
        begin();
        Attempt refused = attemptOn(PRINTER, order);
        agent.refused(refused, "machine-unreachable");
        assertThat(stages(order)).startsWith("WAITING");

        scheduling.replan();
        begin();
        assertThat(stages(order)).startsWith("WAITING");
        time.pass(Duration.ofSeconds(11));
        scheduling.replan();
        begin();

        assertThat(stages(order)).startsWith("ASSIGNED");
        assertThat(command("attempt.assign", PRINTER).path("fence").asLong()).isEqualTo(2);
    }

    @Test
    void aProgramThatItsAgentFindsUnsafeNeedsAPerson() {
        Order order = Bench.order(1);
        begin();

        agent.refused(attemptOn(PRINTER, order), "program-unsafe");

        assertThat(stages(order)).startsWith("NEEDS_PERSON");
    }

    @Test
    void anExpiredAssignmentEndsOnlyWhenItsAgentDoesNotKnowIt() {
        Order order = Bench.order(1);
        begin();
        Attempt attempt = attemptOn(PRINTER, order);
        time.pass(Duration.ofSeconds(62));
        bus.forget();

        inbox.reconcile();
        assertThat(commands("attempts.report")).hasSize(1);
        assertThat(fabrication.find(attempt.id()).orElseThrow().stage()).isEqualTo(Attempt.Stage.ASSIGNED);

        // It answered before the expiry: that means nothing.
        agent.knowsNothing("2026-03-02T12:00:30Z");
        assertThat(fabrication.find(attempt.id()).orElseThrow().stage()).isEqualTo(Attempt.Stage.ASSIGNED);

        agent.knowsNothing("2026-03-02T12:01:02Z");
        assertThat(fabrication.find(attempt.id()).orElseThrow().stage()).isEqualTo(Attempt.Stage.EXPIRED);
        assertThat(stages(order)).startsWith("WAITING");
        sender.send();
        assertThat(commands("attempt.cancel")).hasSize(2);
    }

    @Test
    void whatAnAgentHasOpenIsNotExpired() {
        Order order = Bench.order(1);
        begin();
        Attempt attempt = attemptOn(PRINTER, order);
        time.pass(Duration.ofSeconds(62));
        inbox.reconcile();

        agent.tell(
                "attempts.reported",
                "\"open\":[{\"attempt\":\"" + attempt.id() + "\",\"machine\":\"printer-1\",\"line\":12}],\"ended\":[]");

        assertThat(fabrication.find(attempt.id()).orElseThrow().stage()).isEqualTo(Attempt.Stage.RUNNING);
        assertThat(stages(order)).startsWith("RUNNING");
    }

    @Test
    void withoutContactAttemptsBecomeUncertainUntilTheAgentTells() {
        Order order = Bench.order(1);
        begin();
        Attempt attempt = attemptOn(PRINTER, order);
        agent.accepted(attempt);
        agent.presence(false);
        time.pass(Duration.ofSeconds(121));

        inbox.reconcile();
        assertThat(fabrication.find(attempt.id()).orElseThrow().stage()).isEqualTo(Attempt.Stage.UNCERTAIN);

        agent.ended(attempt, "completed", 1000);
        assertThat(stages(order)).startsWith("DONE");
    }

    @Test
    void anAgentThatComesIsAskedWhatItKnows() {
        agent.presence(true);

        assertThat(commands("attempts.report")).hasSize(1);
    }

    @Test
    void eventsOfNobodyAndOfOthersChangeNothing() {
        Order order = Bench.order(1);
        begin();
        Attempt attempt = attemptOn(PRINTER, order);

        agent.tell("attempt.started", "\"attempt\":\"job:7\",\"machine\":\"printer-1\",\"firmware\":\"x\"");
        inbox.event(
                "cosmofab/v1/agents/bench-2/events",
                agent.event("bench-2", 7, "attempt.started", PlayedAgent.start(attempt)));
        inbox.event(
                "cosmofab/v1/agents/bench-2/events",
                agent.event("bench-1", 900, "attempt.started", "\"machine\":\"x\""));
        inbox.event(PlayedAgent.EVENTS, "no JSON".getBytes(StandardCharsets.UTF_8));

        assertThat(fabrication.find(attempt.id()).orElseThrow()).isEqualTo(attempt);
    }

    @Test
    void anEventThatCannotBeReadIsKeptAndAcknowledged() {
        agent.tell("attempt.exploded", "\"attempt\":\"x\"");

        assertThat(commands("events.acknowledge"))
                .extracting(each -> each.path("upTo").asLong())
                .containsExactly(102L);
    }

    @Test
    void aMachinesChangeReachesTheFloor() {
        agent.tell(
                "machine.changed",
                "\"machine\":\"laser-1\",\"state\":\"alarm\",\"detail\":\"hard limit\",\"cleared\":false");

        assertThat(machines.live(LASER).state()).isEqualTo(LiveState.State.ALARM);
        assertThat(machines.live(LASER).detail()).isEqualTo("hard limit");
    }

    @Test
    void instructionsGoOutOnceAndOnlyWhereTheyMeanSomething() {
        Order order = Bench.order(1);
        begin();
        Attempt attempt = attemptOn(PRINTER, order);
        String operator = tokens.of(Role.OPERATOR);

        post(operator, "/api/v1/attempts/" + attempt.id() + "/pause", 409, "attempt-not-running");
        agent.accepted(attempt);
        post(operator, "/api/v1/attempts/" + attempt.id() + "/pause", 200, "");
        post(operator, "/api/v1/attempts/" + attempt.id() + "/resume", 200, "");
        post(operator, "/api/v1/attempts/" + attempt.id() + "/cancel", 200, "");
        post(operator, "/api/v1/machines/printer-1/clear", 409, "machine-in-work");
        post(operator, "/api/v1/machines/printer-9/clear", 404, "machine-unknown");
        post(operator, "/api/v1/machines/printer-1/stop", 202, "");
        for (int i = 0; i < 3; i++) {
            sender.send();
            time.pass(Duration.ofSeconds(6));
        }

        assertThat(commands("attempt.pause")).hasSize(1);
        assertThat(commands("attempt.resume")).hasSize(1);
        assertThat(commands("machine.stop")).hasSize(1);
        assertThat(commands("attempt.cancel")).hasSize(1);
        time.pass(Duration.ofSeconds(20));
        sender.send();
        assertThat(commands("attempt.cancel")).as("until it is answered").hasSize(2);
        agent.ended(attempt, "cancelled", 5);
        post(operator, "/api/v1/machines/printer-1/clear", 202, "");
        sender.send();
        assertThat(command("machine.clear", PRINTER).path("by").asText()).startsWith("test-");
    }

    @Test
    void withoutTheBrokerAStopIsRefusedAtOnce() {
        bus.connected(false);

        post(tokens.of(Role.ADMIN), "/api/v1/machines/printer-1/stop", 503, "agent-out-of-reach")
                .header("Retry-After", "5");
    }

    @Test
    void onlyOperatorsDecideAndOnlyTheRequesterAndStaffLook() {
        Order order = Bench.order(1);
        begin();
        String attempt = "/api/v1/attempts/" + attemptOn(PRINTER, order).id();
        String ada = tokens.of(Samples.ADA, Role.REQUESTER);
        String bob = tokens.of(Samples.BOB, Role.REQUESTER);

        post(ada, attempt + "/cancel", 403, "not-allowed");
        post(ada, "/api/v1/machines/printer-1/stop", 403, "not-allowed");
        given().auth().oauth2(ada).get(attempt).then().statusCode(200).body("stage", equalTo("ASSIGNED"));
        given().auth().oauth2(bob).get(attempt).then().statusCode(404);
        given().auth()
                .oauth2(ada)
                .get("/api/v1/orders/" + order.id() + "/attempts")
                .then()
                .body("$", hasSize(2));
        given().auth()
                .oauth2(bob)
                .get("/api/v1/orders/" + order.id() + "/attempts")
                .then()
                .statusCode(404);
        given().get(attempt).then().statusCode(401);
    }

    private ValidatableResponse post(String token, String path, int status, String problem) {
        var answer = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .post(path)
                .then();
        answer.statusCode(status);
        if (!problem.isEmpty()) {
            answer.body("type", equalTo("/problems/" + problem));
        }
        return answer;
    }

    private void begin() {
        scheduling.replan();
        fabrication.dispatch();
        sender.send();
    }

    private Attempt attemptOn(MachineId machine, Order order) {
        return fabrication.attempts(order.id()).stream()
                .filter(attempt -> attempt.machine().equals(machine))
                .findFirst()
                .orElseThrow();
    }

    private Attempt open(Order order) {
        return fabrication.attempts(order.id()).stream()
                .filter(attempt -> attempt.stage() == Attempt.Stage.ASSIGNED)
                .findFirst()
                .orElseThrow();
    }

    private List<String> stages(Order order) {
        return Bench.order(order).operations().stream()
                .map(Operation::stage)
                .map(Enum::name)
                .toList();
    }

    private JsonNode command(String type, MachineId machine) {
        List<JsonNode> found = commands(type).stream()
                .filter(each -> each.path("machine").asText().equals(machine.value()))
                .toList();
        return found.get(found.size() - 1);
    }

    private List<JsonNode> commands(String type) {
        return bus.published(COMMANDS).stream()
                .map(message -> read(message.payload()))
                .filter(each -> each.path("type").asText().equals(type))
                .toList();
    }

    private JsonNode read(byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal.Kind kind(Result<?> result) {
        return result.fold(
                done -> {
                    throw new AssertionError("not refused: " + done);
                },
                Refusal::kind);
    }
}
