package org.cosmofab.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What machines do, while they do it: a bar for each on a terminal, plain lines elsewhere. */
interface ProgressView extends AutoCloseable {

    /**
     * @param machines as {@code /api/v1/machines} answers
     * @param attempts of the order, as the API answers
     */
    void show(JsonNode machines, JsonNode attempts);

    @Override
    void close();

    static ProgressView on(PrintWriter out) {
        return System.console() == null ? new Lines(out) : new Bars();
    }

    /** The machine's attempt of this order, or a missing node. */
    static JsonNode attemptOn(String machine, JsonNode attempts) {
        JsonNode last = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        for (JsonNode attempt : attempts) {
            if (attempt.path("machine").asText().equals(machine)) {
                last = attempt;
            }
        }
        return last;
    }

    static int percent(JsonNode machine, JsonNode attempt) {
        String stage = attempt.path("stage").asText("");
        if (stage.equals("DONE")) {
            return 100;
        }
        return stage.equals("RUNNING")
                ? (int) Math.round(machine.path("fraction").asDouble() * 100)
                : 0;
    }

    static String words(JsonNode machine, JsonNode attempt) {
        JsonNode live = machine.path("live");
        if (attempt.isMissingNode()) {
            return live.path("cleared").asBoolean() ? "ready" : "to be cleared";
        }
        String stage = attempt.path("stage").asText().toLowerCase(Locale.ROOT);
        if (stage.equals("running") && live.hasNonNull("etaAt")) {
            return "done "
                    + DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH)
                            .withZone(ZoneId.systemDefault())
                            .format(Instant.parse(live.path("etaAt").asText()));
        }
        return stage;
    }

    /** Bars that move in place. */
    final class Bars implements ProgressView {
        private final Map<String, ProgressBar> bars = new HashMap<>();

        @Override
        public void show(JsonNode machines, JsonNode attempts) {
            for (JsonNode machine : machines) {
                String id = machine.path("id").asText();
                JsonNode attempt = attemptOn(id, attempts);
                ProgressBar bar = bars.computeIfAbsent(id, Bars::bar);
                bar.stepTo(percent(machine, attempt));
                bar.setExtraMessage(" " + words(machine, attempt));
            }
        }

        private static ProgressBar bar(String machine) {
            return new ProgressBarBuilder()
                    .setTaskName(String.format("%-11s", machine))
                    .setInitialMax(100)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .hideEta()
                    .build();
        }

        @Override
        public void close() {
            bars.values().forEach(ProgressBar::close);
        }
    }

    /** A line whenever a stage changes, and at each quarter. */
    final class Lines implements ProgressView {
        private static final int QUARTER = 25;
        private static final Duration REPEAT = Duration.ofSeconds(30);

        private final PrintWriter out;
        private final Map<String, String> said = new HashMap<>();
        private final Map<String, Instant> saidAt = new HashMap<>();

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void show(JsonNode machines, JsonNode attempts) {
            for (JsonNode machine : machines) {
                String id = machine.path("id").asText();
                JsonNode attempt = attemptOn(id, attempts);
                int percent = percent(machine, attempt);
                String state = attempt.path("stage").asText("-") + percent / QUARTER;
                boolean late = Instant.now()
                        .isAfter(saidAt.getOrDefault(id, Instant.EPOCH).plus(REPEAT));
                if (!state.equals(said.put(id, state)) || late && !attempt.isMissingNode()) {
                    saidAt.put(id, Instant.now());
                    out.printf("  %-11s %3d %%  %s%n", id, percent, words(machine, attempt));
                    out.flush();
                }
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
