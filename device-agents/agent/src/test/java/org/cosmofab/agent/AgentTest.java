package org.cosmofab.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cosmofab.agent.wire.WireContract;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    @TempDir
    Path data;

    @TempDir
    Path copy;

    private Floor floor;

    @BeforeEach
    void start() {
        floor = new Floor(data);
    }

    @AfterEach
    void end() {
        floor.close();
    }

    @Test
    void runsAnAttemptAndTellsWhatItUsed() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.acknowledge(2);
        floor.workshop.pass(Duration.ofSeconds(40));
        floor.machine.acknowledge(4);
        floor.machine.finish();
        JsonNode ended = floor.await("attempt.ended", 1);

        assertThat(floor.events("attempt.accepted")).hasSize(1);
        assertThat(floor.events("attempt.started").get(0).get("firmware").textValue())
                .isEqualTo("Marlin 2.1.2");
        assertThat(ended.get("outcome").textValue()).isEqualTo("completed");
        assertThat(ended.get("line").intValue()).isEqualTo(5);
        assertThat(ended.get("lines").intValue()).isEqualTo(5);
        JsonNode facts = ended.get("facts");
        assertThat(facts.get("machineSeconds").doubleValue()).isEqualTo(36);
        assertThat(facts.get("linesAcknowledged").intValue()).isEqualTo(4);
        // 36 s at 100 W and 4 s at 10 W.
        assertThat(facts.get("wattHours").doubleValue()).isEqualTo((3600 + 40) / 3600.0);
        Eventually.holds("uncleared", () -> !floor.printer().get("cleared").booleanValue());
    }

    @Test
    void tellsInTheOrderInWhichThingsHappen() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.finish();
        floor.await("attempt.ended", 1);

        assertThat(floor.events().stream()
                        .map(event -> event.get("type").textValue())
                        .filter(type -> type.startsWith("attempt.")))
                .containsExactly("attempt.accepted", "attempt.started", "attempt.ended");
        assertThat(floor.events().stream().map(event -> event.get("sequence").longValue()))
                .isSorted();
    }

    @Test
    void obeysAnAssignmentOnceHoweverOftenItComes() {
        floor.ready();
        for (int i = 0; i < 3; i++) {
            floor.assign("a", 1);
        }
        floor.awaitRunning();
        for (int i = 0; i < 3; i++) {
            floor.assign("a", 1);
        }
        floor.machine.finish();
        floor.await("attempt.ended", 1);
        floor.clear();
        for (int i = 0; i < 3; i++) {
            floor.assign("a", 1);
        }
        floor.await("attempt.accepted", 1 + 3 + 3);

        assertThat(floor.machine.runs()).hasSize(1);
        assertThat(floor.events("attempt.ended")).hasSize(1);
        assertThat(floor.events("attempt.refused")).isEmpty();
    }

    @Test
    void givesARefusedAttemptTheSameAnswerWhenItCouldRun() {
        floor.awaitState("idle");
        floor.assign("a", 1);
        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-not-cleared");
        floor.clear();

        floor.assign("a", 1);

        assertThat(floor.awaitRefusal(2)).isEqualTo("machine-not-cleared");
        assertThat(floor.machine.runs()).isEmpty();
    }

    @Test
    void refusesAKnownAttemptWithOtherContentAndKeepsItsAnswer() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();

        floor.assign("a", 2);
        assertThat(floor.awaitRefusal(1)).isEqualTo("attempt-known");
        floor.assign("a", 1);

        floor.await("attempt.accepted", 2);
        assertThat(floor.machine.runs()).hasSize(1);
    }

    @Test
    void refusesWhatComesLate() {
        floor.ready().assign("a", 1, "printer-1", Floor.PROGRAM, Duration.ofSeconds(-1));

        assertThat(floor.awaitRefusal(1)).isEqualTo("expired");
        assertThat(floor.machine.runs()).isEmpty();
    }

    @Test
    void refusesWhatExpiresWhileItsProgramIsFetched() {
        floor.whileFetching = () -> floor.real.pass(Duration.ofMinutes(6));
        floor.ready().assign("a", 1);

        assertThat(floor.awaitRefusal(1)).isEqualTo("expired");
        assertThat(floor.machine.runs()).isEmpty();
    }

    @Test
    void refusesWhatWasOvertaken() {
        floor.ready().assign("later", 9, "printer-1", Floor.PROGRAM, Duration.ofSeconds(-1));
        assertThat(floor.awaitRefusal(1)).isEqualTo("expired");

        floor.assign("earlier", 8);

        assertThat(floor.awaitRefusal(2)).isEqualTo("fenced-off");
        floor.assign("next", 10);
        floor.await("attempt.accepted", 1);
    }

    @Test
    void remembersFencesAndAnswersOverARestart() {
        floor.ready().assign("a", 9);
        floor.awaitRunning();
        floor.machine.finish();
        floor.await("attempt.ended", 1);
        floor.restart();
        floor.ready();

        floor.assign("b", 8);
        assertThat(floor.awaitRefusal(1)).isEqualTo("fenced-off");
        floor.assign("a", 9);
        floor.await("attempt.accepted", 2);

        assertThat(floor.machine.runs()).hasSize(1);
    }

    @Test
    void refusesAMachineThatItDoesNotHave() {
        floor.ready().assign("a", 1, "laser-9", Floor.PROGRAM, Duration.ofMinutes(5));

        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-unknown");
    }

    @Test
    void refusesASecondAttemptWhileOneIsBeingPreparedOrRuns() {
        floor.whileFetching = () -> floor.assign("b", 2);
        floor.ready().assign("a", 1);
        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-busy");
        floor.awaitRunning();

        floor.assign("c", 3);

        assertThat(floor.awaitRefusal(2)).isEqualTo("machine-busy");
        assertThat(floor.machine.runs()).hasSize(1);
    }

    @Test
    void refusesAMachineThatIsNotReady() {
        floor.ready();
        floor.machine.goInto(MachineStatus.State.ALARM);

        floor.assign("a", 1);

        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-unreachable");
        assertThat(floor.events("attempt.refused").get(0).get("detail").textValue())
                .contains("alarm");
    }

    @Test
    void refusesAMachineThatIsUnpluggedAndTakesItAgainLater() {
        floor.ready();
        floor.machine.unplug();
        floor.awaitState("unreachable");
        floor.assign("a", 1);
        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-unreachable");

        floor.machine.plug();
        Eventually.holds("connected again", () -> {
            floor.tick(Duration.ofSeconds(1));
            return floor.machine.connects() == 2;
        });
        floor.awaitState("idle");
        floor.assign("b", 2);

        floor.await("attempt.accepted", 1);
    }

    @Test
    void refusesProgramsThatAreNotThereNotTheOnesOrNotSafe() {
        floor.ready();
        String none = Floor.sha256("none".getBytes(StandardCharsets.UTF_8));
        floor.assignHash("a", 1, "printer-1", none, 4, Duration.ofMinutes(5));
        assertThat(floor.awaitRefusal(1)).isEqualTo("program-unavailable");

        floor.programs.put(none, "nope".getBytes(StandardCharsets.UTF_8));
        floor.assignHash("b", 2, "printer-1", none, 4, Duration.ofMinutes(5));
        assertThat(floor.awaitRefusal(2)).isEqualTo("program-hash-mismatch");
        floor.assignHash("c", 3, "printer-1", none, 3, Duration.ofMinutes(5));
        assertThat(floor.awaitRefusal(3)).isEqualTo("program-hash-mismatch");

        floor.assign("d", 4, "printer-1", "G28\nG1 X1 ! Y2\n", Duration.ofMinutes(5));
        assertThat(floor.awaitRefusal(4)).isEqualTo("program-unsafe");
        assertThat(floor.events("attempt.refused").get(3).get("detail").textValue())
                .contains("line 2");
        assertThat(floor.machine.runs()).isEmpty();
    }

    /** What is told is over: whoever acts on it at once must not find the machine still busy with it. */
    @Test
    void isFreeAsSoonAsARefusalOrAnEndIsTold() {
        floor.ready();
        String none = Floor.sha256("none".getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i <= 100; i++) {
            floor.assignHash("a" + i, i, "printer-1", none, 4, Duration.ofMinutes(5));
            assertThat(floor.awaitRefusal(i)).isEqualTo("program-unavailable");
        }
        for (int i = 101; i <= 130; i++) {
            floor.assign("a" + i, i);
            floor.awaitRunning();
            floor.machine.finish();
            floor.await("attempt.ended", i - 100);
            floor.clear();
        }
    }

    @Test
    void cancelsWhatRuns() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.acknowledge(3);

        floor.cancel("a");

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(ended.get("reason").textValue()).isEqualTo("cancelled by ada");
    }

    @Test
    void cancelsWhatIsBeingPreparedBeforeAnythingMoves() {
        floor.whileFetching = () -> {
            floor.cancel("a");
            floor.send("attempts.report", "");
            floor.await("attempts.reported", 1);
        };
        floor.ready().assign("a", 1);

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(ended.get("line").intValue()).isZero();
        assertThat(floor.machine.runs()).isEmpty();
    }

    @Test
    void aCancelThatOvertookItsAssignmentStillCounts() {
        floor.ready().cancel("a");
        floor.assign("a", 1);

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(floor.machine.runs()).isEmpty();
    }

    @Test
    void pausesAndResumesTheAttemptThatIsMeant() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.send("attempt.pause", "\"attempt\":\"other\"");
        floor.send("attempt.pause", "\"attempt\":\"a\"");
        floor.awaitState("holding");
        floor.send("attempt.resume", "\"attempt\":\"a\"");
        floor.awaitState("running");

        assertThat(floor.machine.wishes())
                .containsSubsequence("pause", "resume")
                .containsOnlyOnce("pause");
    }

    @Test
    void stopsAMachineAndUnclearsIt() {
        floor.ready();

        floor.send("machine.stop", "\"machine\":\"printer-1\",\"by\":\"ada\"");

        Eventually.holds(
                "told",
                () -> floor.events("machine.changed").stream()
                        .anyMatch(event -> !event.get("cleared").booleanValue()
                                && event.get("detail").textValue().contains("stopped by ada, seen to stop")));
        assertThat(floor.machine.wishes()).contains("stop");
    }

    @Test
    void endsWhatRunsOnAMachineThatIsStopped() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();

        floor.send("machine.stop", "\"machine\":\"printer-1\",\"by\":\"ada\"");

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(ended.get("reason").textValue()).isEqualTo("stopped by ada");
    }

    @Test
    void aClearingFromBeforeTheLastUseIsNotBelieved() {
        floor.ready();
        Instant looked = floor.real.instant();
        floor.assign("a", 1);
        floor.awaitRunning();
        floor.real.pass(Duration.ofSeconds(5));
        floor.machine.finish();
        floor.await("attempt.ended", 1);

        floor.sendAt("machine.clear", looked, "\"machine\":\"printer-1\",\"by\":\"ada\"");
        floor.awaitDetail("have another look");
        floor.assign("b", 2);

        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-not-cleared");
    }

    @Test
    void aMachineIsNotClearedWhileAnAttemptIsOnIt() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();

        floor.send("machine.clear", "\"machine\":\"printer-1\",\"by\":\"ada\"");

        Eventually.holds(
                "told",
                () -> floor.events("machine.changed").stream()
                        .anyMatch(event -> event.get("detail").textValue().contains("an attempt is on it")));
        floor.machine.finish();
        floor.await("attempt.ended", 1);
        floor.assign("b", 2);
        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-not-cleared");
    }

    @Test
    void clearingLiftsAnAlarm() {
        floor.awaitState("idle");
        floor.machine.goInto(MachineStatus.State.ALARM);

        floor.ready().assign("a", 1);

        floor.await("attempt.accepted", 1);
    }

    @Test
    void goesOnWithoutALinkAndTellsLater() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.broker.cut();
        floor.machine.acknowledge(4);
        floor.machine.finish();
        Eventually.holds("ended", () -> !floor.machine.isRunning());
        floor.broker.mend();

        assertThat(floor.await("attempt.ended", 1).get("outcome").textValue()).isEqualTo("completed");
    }

    @Test
    void tellsAgainAfterAConnectionUntilAcknowledged() {
        floor.ready();
        long told = floor.broker.events().size();
        floor.broker.cut();
        floor.broker.mend();
        Eventually.holds("all again", () -> floor.broker.events().size() >= 2 * told);

        List<JsonNode> events = floor.events();
        long last = events.get(events.size() - 1).get("sequence").longValue();
        floor.send("events.acknowledge", "\"upTo\":" + last);
        floor.send("attempts.report", "");
        floor.await("attempts.reported", 1);
        int before = floor.broker.events().size();
        floor.broker.cut();
        floor.broker.mend();
        floor.send("attempts.report", "");
        floor.await("attempts.reported", 2);

        assertThat(floor.broker.events().subList(before, floor.broker.events().size()))
                .allMatch(message -> message.contains("attempts.reported"));
    }

    @Test
    void reportsWhatIsOpenAndWhatHasEnded() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.finish();
        floor.await("attempt.ended", 1);
        floor.clear();
        floor.assign("b", 2);
        floor.awaitRunning();
        floor.machine.acknowledge(3);
        Eventually.holds("line 4", () -> {
            floor.send("attempts.report", "");
            List<JsonNode> reports = floor.events("attempts.reported");
            return !reports.isEmpty()
                    && reports.get(reports.size() - 1).at("/open/0/line").intValue() == 4;
        });

        List<JsonNode> reports = floor.events("attempts.reported");
        JsonNode report = reports.get(reports.size() - 1);
        assertThat(report.at("/open/0/attempt").textValue()).isEqualTo("b");
        assertThat(report.at("/ended/0").textValue()).isEqualTo("a");
    }

    @Test
    void afterKillTellsWhereItWasAndStartsNothing() throws Exception {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.acknowledge(3);
        Eventually.holds("marked", () -> floor.broker.telemetry().stream().anyMatch(m -> m.contains("\"line\":4")));

        floor.afterKill(copy);

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("interrupted");
        assertThat(ended.get("line").intValue()).isEqualTo(4);
        assertThat(ended.at("/facts/linesAcknowledged").intValue()).isEqualTo(3);
        assertThat(ended.at("/facts/extrudedMm").doubleValue()).isEqualTo(2);
        assertThat(ended.get("reason").textValue()).contains("at least line 4");
        floor.assign("a", 1);
        floor.await("attempt.accepted", 2);
        assertThat(floor.machine.runs().stream().filter("G28"::equals)).hasSize(1);
    }

    @Test
    void afterKillBringsTheMachineToRestBeforeItIsOffered() throws Exception {
        floor.ready().assign("a", 1);
        floor.awaitRunning();

        floor.afterKill(copy);

        Eventually.holds("cooling", () -> floor.machine.runs().contains("M104 S0"));
        floor.machine.finish();
        floor.clear();
        floor.assign("b", 2);
        floor.await("attempt.started", 2);
        Eventually.holds("running again", () -> floor.machine.runs().size() == 3);
        assertThat(floor.machine.runs()).containsExactly("G28", "M104 S0", "G28");
    }

    @Test
    void anAttemptThatHadJustBegunIsInterruptedAtLineZero() throws Exception {
        floor.ready().assign("a", 1);
        floor.awaitRunning();

        floor.afterKill(copy);

        assertThat(floor.await("attempt.ended", 1).get("line").intValue()).isZero();
    }

    @Test
    void anAttemptThatWasAcceptedButNotBegunIsInterruptedAndItsMachineLeftAlone() {
        floor.awaitState("idle");
        floor.stopAgent();
        floor.acceptWithoutBeginning("a", 1);

        floor.restart();

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("interrupted");
        assertThat(ended.get("line").intValue()).isZero();
        assertThat(ended.at("/facts/machineSeconds").doubleValue()).isZero();
        assertThat(ended.get("reason").textValue()).contains("before the attempt began");
        floor.ready().assign("b", 2);
        floor.awaitRunning();
        assertThat(floor.machine.runs()).containsExactly("G28");
    }

    @Test
    void stoppingTheAgentCancelsCleanlyAndSaysSo() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();

        floor.stopAgent();

        JsonNode ended = floor.await("attempt.ended", 1);
        assertThat(ended.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(ended.get("reason").textValue()).isEqualTo("agent stopped");
        assertThat(floor.machine.wishes()).contains("cancel");
        assertThat(floor.broker.presence()).contains("\"online\":false");
        floor.restart();
    }

    @Test
    void anAgentStoppedWithoutALinkTellsItNextTime() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.broker.cut();
        floor.stopAgent();

        floor.broker.forget();
        floor.restart();
        floor.broker.mend();

        assertThat(floor.await("attempt.ended", 1).get("reason").textValue()).isEqualTo("agent stopped");
    }

    @Test
    void aLostMachineIsNotOfferedUntilItIsSeenAtRest() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.deafen(true);
        floor.machine.loseContact(3, "the port is gone");
        assertThat(floor.await("attempt.ended", 1).get("outcome").textValue()).isEqualTo("lost");
        Eventually.holds("tried to cool it", () -> floor.machine.runs().contains("M104 S0"));
        floor.machine.loseContact(0, "still gone");

        floor.clear();
        floor.assign("b", 2);

        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-unreachable");
    }

    @Test
    void aFaultOfTheDriverEndsTheAttemptAndStopsTheMachine() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.acknowledge(2);
        floor.machine.crash(new IllegalStateException("a bug"));

        JsonNode ended = floor.await("attempt.ended", 1);

        assertThat(ended.get("outcome").textValue()).isEqualTo("lost");
        assertThat(ended.get("reason").textValue()).contains("a bug");
        assertThat(floor.machine.wishes()).contains("stop");
    }

    @Test
    void telemetryAndPresenceKeepTheContract() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.acknowledge(2);
        floor.workshop.pass(Duration.ofSeconds(10));
        floor.machine.acknowledge(3);
        Eventually.holds("shown", () -> floor.broker.telemetry().stream().anyMatch(m -> m.contains("\"etaAt\"")));

        assertThat(floor.broker.telemetry())
                .allSatisfy(moment ->
                        assertThat(WireContract.complaints("telemetry", moment)).isEmpty());
        assertThat(WireContract.complaints("presence", floor.broker.presence())).isEmpty();
    }

    @Test
    void goesOnAfterACommandThatIsNone() {
        floor.broker.send("not a message");
        floor.broker.send("{\"wire\":2}");

        floor.ready().assign("a", 1);

        floor.await("attempt.accepted", 1);
    }
}
