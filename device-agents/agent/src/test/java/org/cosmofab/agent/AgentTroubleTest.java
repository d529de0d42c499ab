package org.cosmofab.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.ProgramUnavailable;
import org.cosmofab.bridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent does when its disk, its drivers, its shelf or its own end get in the way. */
class AgentTroubleTest {
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
    void aFetchMayLastAsLongAsItsAssignment() {
        floor.ready().assign("a", 1, "printer-1", Floor.PROGRAM, Duration.ofSeconds(90));
        floor.awaitRunning();

        assertThat(floor.lastPatience).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whatExpiredWhileItWasFetchedInVainIsRefusedAsExpired() {
        floor.whileFetching = () -> {
            floor.real.pass(Duration.ofMinutes(6));
            throw new ProgramUnavailable("nothing came in time");
        };
        floor.ready().assign("a", 1);

        assertThat(floor.awaitRefusal(1)).isEqualTo("expired");
    }

    @Test
    void whatBreaksWhileAProgramIsPreparedIsAnsweredAndTheMachineGoesOn() {
        floor.whileFetching = () -> {
            throw new IllegalStateException("a bug");
        };
        floor.ready().assign("a", 1);
        assertThat(floor.awaitRefusal(1)).isEqualTo("program-unavailable");

        floor.whileFetching = () -> {};
        floor.assign("b", 2);

        floor.awaitRunning();
    }

    /** A stop halts many a printer until a person switches it off and on. */
    @Test
    void anAgentThatEndsWhileItFetchesStopsNoIdleMachine() {
        floor.whileFetching = floor.sourceClosed::join;
        floor.ready().assign("a", 1);
        Eventually.holds("fetching", () -> !floor.lastPatience.isZero());

        floor.stopAgent();

        assertThat(floor.machine.wishes()).contains("close").doesNotContain("stop");
        floor.restart();
    }

    @Test
    void aMachineWhoseDriverFailsToConnectSaysSoAndIsTriedAgain() {
        floor.awaitState("idle");
        floor.machine.breakConnecting(new IllegalArgumentException("port out of range: 70000"));
        floor.machine.unplug();
        floor.awaitDetail("port out of range: 70000");

        floor.machine.plug();
        floor.machine.breakConnecting(null);
        floor.tick(Duration.ofMinutes(1));

        floor.awaitState("idle");
    }

    @Test
    void aMachineWhoseDriverFailsWhileItIsBroughtToRestIsTriedAgain() {
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.loseContact(3, "the port is gone");
        Eventually.holds("cooling", () -> floor.machine.runs().contains("M104 S0"));

        floor.machine.crash(new IllegalStateException("a bug"));

        floor.awaitDetail("a bug");
        floor.tick(Duration.ofMinutes(1));
        Eventually.holds("cooling again", () -> floor.machine.runs().size() == 3, floor.machine::runs);
        floor.machine.finish();
        floor.awaitState("idle");
    }

    @Test
    void aPauseBetweenTriesIsNotForTheClockToMakeLonger() {
        floor.ready();
        floor.machine.breakConnecting(new IllegalStateException("a bug"));
        floor.machine.unplug();
        floor.awaitDetail("a bug");
        floor.machine.plug();
        floor.machine.breakConnecting(null);

        floor.real.pass(Duration.ofDays(-1));
        floor.tick(Duration.ofMinutes(1));

        floor.awaitState("idle");
    }

    @Test
    void aRunGoesOnWhenItsProgressCannotBeMarked() throws IOException {
        Files.createDirectory(data.resolve("progress-printer-1"));
        floor.ready().assign("a", 1);
        floor.awaitRunning();
        floor.machine.finish();

        assertThat(floor.await("attempt.ended", 1).get("outcome").textValue()).isEqualTo("completed");
        floor.clear();
        floor.assign("b", 2);
        floor.await("attempt.accepted", 2);
    }

    @Test
    void aStopCountsBeforeItsEffectIsKnown() {
        floor.ready();
        floor.machine.hold("stop");
        floor.send("machine.stop", "\"machine\":\"printer-1\",\"by\":\"ada\"");
        Eventually.holds("stopping", () -> floor.machine.wishes().contains("stop"));

        floor.assign("a", 1);

        assertThat(floor.awaitRefusal(1)).isEqualTo("machine-not-cleared");
    }

    @Test
    void aStopDoesNotWaitForOtherCommands() {
        floor.ready();
        floor.machine.hold("status");
        floor.assign("a", 1);
        for (int i = 0; i < 1_200; i++) {
            floor.send("attempts.report", "");
        }

        floor.send("machine.stop", "\"machine\":\"printer-1\",\"by\":\"ada\"");

        Eventually.holds("stopped", () -> floor.machine.wishes().contains("stop"));
        floor.machine.letGo();
    }

    @Test
    void anAssignmentWaitsForAMachineThatTakesLongToConnect() {
        floor.ready();
        floor.stopAgent();
        floor.machine.hold("connect");
        floor.restart();
        floor.assign("a", 1);
        floor.assign("a", 1);
        floor.send("attempts.report", "");
        floor.await("attempts.reported", 1);
        assertThat(floor.events("attempt.refused")).isEmpty();

        floor.machine.letGo();

        floor.awaitRunning();
        assertThat(floor.events("attempt.refused")).isEmpty();
    }

    @Test
    void anAgentThatCannotBeginLeavesNothingOpen() throws IOException {
        Path own = copy.resolve("own");

        assertThatThrownBy(() -> Agent.start(
                        new AgentSettings(new AgentId("bench-2"), own, List.of()),
                        lastWill -> {
                            throw new IllegalStateException("no link");
                        },
                        (program, patience) -> "".getBytes(StandardCharsets.UTF_8),
                        new Clocks(Clock.systemUTC(), Clock.systemUTC())))
                .hasMessage("no link");

        assertThat(openFilesBelow(own)).isEmpty();
    }

    private static List<String> openFilesBelow(Path directory) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "this system does not tell what is open");
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(AgentTroubleTest::target)
                    .filter(target -> target.startsWith(directory.toString()))
                    .toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
