package org.cosmofab.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cosmofab.bridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own, with everything around it real but the machines. */
class AgentProcessTest {
    private static final int LINES = 150;
    private static final int LINES_BEFORE_MOVES = 3;
    private static final int KILLS = Integer.getInteger("cosmofab.kills", 12);
    private static final String SEED = "cosmofab.seed";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void attemptsOnAPrinterAndALaserRunToTheirEnds() {
        bench.clear("printer-1");
        bench.clear("laser-1");
        bench.assign("print", 1, "printer-1", printed(1));
        bench.assign("cut", 1, "laser-1", cut());

        JsonNode print = bench.await("attempt.ended", "print");
        JsonNode cut = bench.await("attempt.ended", "cut");

        assertThat(print.get("outcome").textValue()).as(bench.state()).isEqualTo("completed");
        assertThat(cut.get("outcome").textValue()).as(bench.state()).isEqualTo("completed");
        assertThat(bench.timesExecuted("printer-1", marker(1))).isEqualTo(1);
        assertThat(print.at("/facts/extrudedMm").doubleValue()).isGreaterThan(0);
        assertThat(print.at("/facts/wattHours").doubleValue())
                .isGreaterThanOrEqualTo(print.at("/facts/machineSeconds").doubleValue() * 120 / 3600 - 1e-6);
        assertThat(cut.at("/facts/beamOnMm").doubleValue()).isEqualTo(200);
        assertThat(bench.truth("laser-1").beamOn()).isFalse();
        assertThat(bench.truth("printer-1").heatersOn()).isFalse();
    }

    @Test
    void aBrokerKilledInTheMiddleLosesNothing() {
        bench.clear("printer-1");
        bench.assign("a", 1, "printer-1", printed(1));
        bench.await("attempt.started", "a");
        bench.far.cut();
        Eventually.holds("the run goes on", () -> bench.timesExecuted("printer-1", lastLine()) == 1, bench::state);
        bench.far.mend();

        JsonNode ended = bench.await("attempt.ended", "a");

        assertThat(ended.get("outcome").textValue()).isEqualTo("completed");
        assertEndsAreToldOnceAndAllInOrder();
        assertThat(bench.timesExecuted("printer-1", marker(1))).isEqualTo(1);
    }

    @Test
    void anOrderlyEndCancelsAndTheNextProcessHasNothingToTell() throws Exception {
        bench.clear("printer-1");
        bench.assign("a", 1, "printer-1", printed(1));
        bench.await("attempt.started", "a");

        assertThat(bench.agent.terminate()).isTrue();

        JsonNode ended = bench.await("attempt.ended", "a");
        assertThat(ended.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(ended.get("reason").textValue()).isEqualTo("agent stopped");
        assertThat(bench.truth("printer-1").heatersOn()).isFalse();
        Eventually.holds("offline", () -> bench.far.presence().contains("\"online\":false"), bench::state);
        bench.agent.start();
        bench.awaitPresence("printer-1", "idle");
        assertThat(bench.events("attempt.ended")).hasSize(1);
    }

    @Test
    void aKilledAgentIsSeenToBeGone() throws Exception {
        bench.awaitPresence("printer-1", "idle");

        bench.agent.kill();

        Eventually.holds("the last will", () -> bench.far.presence().contains("\"online\":false"), bench::state);
        assertThat(bench.far.presence()).contains("\"state\":\"unknown\"");
    }

    /** At each point the agent is killed when an assignment has come so far, and started again. */
    @Test
    void killedAtAnyPointItStartsNothingTwiceAndTellsTheTruth() throws Exception {
        long seed = Long.getLong(SEED, Instant.now().toEpochMilli());
        Random chance = new Random(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            String attempt = "attempt-" + kill;
            Point point = Point.values()[kill % Point.values().length];
            int lines = 1 + chance.nextInt(LINES);
            String about = "kill " + kill + " " + point + " " + lines + "; again with -Dtest=AgentProcessTest -D" + SEED
                    + "=" + seed;
            bench.clear("printer-1");
            String assignment = bench.assign(attempt, kill, "printer-1", printed(kill));
            String where = attempt;
            int program = kill;
            Eventually.holds(about, () -> isAt(point, where, program, lines), bench::state);
            bench.agent.kill();
            long executed = executedSince(kill);
            bench.agent.start();
            bench.send("attempt.assign", assignment);

            JsonNode ended = bench.await("attempt.ended", attempt);

            String outcome = ended.get("outcome").textValue();
            outcomes.merge(outcome, 1, Integer::sum);
            assertThat(outcome).as(about).isIn("interrupted", "completed");
            if (outcome.equals("interrupted")) {
                assertThat(movesTold(ended))
                        .as(about + ": no more is told than was done")
                        .isLessThanOrEqualTo(executed + 1);
                assertThat(movesTold(ended)).as(about + ": and not much less").isGreaterThanOrEqualTo(executed - 20);
                Eventually.holds("cold", () -> !bench.truth("printer-1").heatersOn(), bench::state);
            }
            bench.send("attempt.assign", assignment);
            Eventually.holds(
                    "answered", () -> bench.events("attempt.accepted", attempt).size() >= 2, bench::state);
            assertThat(bench.timesExecuted("printer-1", marker(kill))).as(about).isLessThanOrEqualTo(1);
            assertThat(bench.events("attempt.ended", attempt)).as(about).hasSize(1);
        }
        assertEndsAreToldOnceAndAllInOrder();
        assertThat(outcomes).as("seed " + seed + " tried something").containsKey("interrupted");
    }

    /** How far an attempt has come. */
    private enum Point {
        SENT,
        ACCEPTED,
        STARTED,
        MOVING,
        IN_THE_MIDDLE
    }

    private boolean isAt(Point point, String attempt, int program, int lines) {
        return switch (point) {
            case SENT -> true;
            case ACCEPTED -> !bench.events("attempt.accepted", attempt).isEmpty();
            case STARTED -> !bench.events("attempt.started", attempt).isEmpty();
            case MOVING -> executedSince(program) > 0;
            case IN_THE_MIDDLE -> executedSince(program) >= lines;
        };
    }

    /** Lines of this program that the machine has executed, from its own move on. */
    private long executedSince(int number) {
        List<String> executed = bench.truth("printer-1").executed();
        int first = executed.lastIndexOf(marker(number));
        return first < 0 ? 0 : executed.size() - first;
    }

    /** Lines told as acknowledged, from the program's own move on. */
    private static long movesTold(JsonNode ended) {
        return Math.max(0, ended.at("/facts/linesAcknowledged").longValue() - LINES_BEFORE_MOVES);
    }

    private void assertEndsAreToldOnceAndAllInOrder() {
        List<Long> sequences = bench.events().stream()
                .map(event -> event.get("sequence").longValue())
                .toList();
        assertThat(sequences).isSorted();
        assertThat(bench.events("attempt.ended").stream()
                        .map(event -> event.get("attempt").textValue()))
                .doesNotHaveDuplicates();
    }

    /** A program whose first move is its own, so that the machine's record shows how often it was begun. */
    private static String printed(int number) {
        String moves = IntStream.range(0, LINES)
                .mapToObj(i -> String.format(
                        Locale.ROOT, "G1 X%d Y%d E%.2f ; move %d", 10 + i % 2 * 10, 10 + i % 3, (i + 1) * 0.05, i))
                .collect(Collectors.joining("\n"));
        return "M104 S40\nG28\nG92 E0\n" + marker(number) + "\n" + moves + "\n" + lastLine() + "\n";
    }

    private static String marker(int number) {
        return "G1 X" + (20 + number) + ".125 F6000";
    }

    private static String lastLine() {
        return "G1 X5.125";
    }

    private static String cut() {
        return "G21 G90\nM4 S0\nG0 X10 Y10\nG1 X60 F3000 S500\nG1 Y60\nG1 X10\nG1 Y10\nM5\n";
    }
}
