package org.cosmofab.orchestrator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A workshop that was started as a stranger starts it: a verb of the packaged orchestrator in its own process. */
final class StartedWorkshop implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("cosmofab.root", ".."));
    private static final Path PACKAGES = ROOT.resolve("orchestrator/target");
    private static final Path AGENT = ROOT.resolve("device-agents/agent/target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static final String OPERATOR = "odile";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final Path data;
    private final Path output;
    private Optional<String> session = Optional.empty();
    private boolean killed;

    private StartedWorkshop(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    static StartedWorkshop start(Path data, String verb, String... options) throws IOException {
        return start(data, Map.of(), verb, options);
    }

    /**
     * @param environment as it is set for the launcher: {@code COSMOFAB_DB_URL} chooses the package
     */
    static StartedWorkshop start(Path data, Map<String, String> environment, String verb, String... options)
            throws IOException {
        Files.createDirectories(data);
        return start(data, data, environment, verb, options);
    }

    /** On a place that may not be a folder, with its output in one that is. */
    static StartedWorkshop startOn(Path data, Path output, String verb) throws IOException {
        return start(data, output, Map.of(), verb);
    }

    private static StartedWorkshop start(
            Path data, Path logs, Map<String, String> environment, String verb, String... options) throws IOException {
        String database = environment.containsKey("COSMOFAB_DB_URL") ? "app-postgresql" : "app-h2";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dcosmofab.agent.jar=" + AGENT.toAbsolutePath().normalize(),
                "-Dcosmofab.library="
                        + ROOT.resolve("designs/library").toAbsolutePath().normalize(),
                "-jar",
                PACKAGES.resolve(database).resolve("quarkus-run.jar").toString(),
                verb,
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        Path output = logs.resolve("output-" + System.nanoTime() + ".txt");
        ProcessBuilder starting =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        starting.environment().putAll(environment);
        return new StartedWorkshop(starting.start(), data, output);
    }

    int waitForEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends in time; so far it said:%n%s", output())
                .isTrue();
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    void awaitOutput(String text) {
        await("it says " + text, () -> output().contains(text));
    }

    /** As pulling the plug of this one process: nothing is told, nothing is finished. */
    void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly();
        process.waitFor();
    }

    /** Kills the agent of this workshop in the same way. */
    void killAgent() throws IOException {
        child("agent").destroyForcibly();
    }

    /** The workshop's agent, or its simulated machines. */
    ProcessHandle child(String name) throws IOException {
        String[] words = Files.readString(data.resolve("run/" + name + ".pid")).split(" ");
        return ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        kill.waitFor();
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path)));
    }

    JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The newest order, once it is as wanted. */
    JsonNode awaitOrder(Predicate<JsonNode> wanted) {
        JsonNode[] found = new JsonNode[1];
        await("the order is as wanted", () -> {
            JsonNode orders = get("/orders");
            found[0] = orders.path(0);
            return orders.size() > 0 && wanted.test(orders.path(0));
        });
        return found[0];
    }

    /** Waits for anything, as long as the workshop runs. */
    void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .failFast("the process ended: " + what, () -> !process.isAlive() && !output().contains("Books"))
                .until(condition);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(
                    request.header("Cookie", "cosmofab_session=" + session())
                            .header("Sec-Fetch-Site", "same-origin")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return json.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An operator's session, by the secret that the workshop keeps for its example people. */
    private String session() throws IOException, InterruptedException {
        if (session.isEmpty()) {
            String body = json.writeValueAsString(Map.of("login", OPERATOR, "secret", secretOf(OPERATOR)));
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address() + "/api/v1/login"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            session = Optional.of(
                    answer.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]")[1]);
        }
        return session.get();
    }

    /** What one of the example's people types to log in. */
    String secretOf(String login) throws IOException {
        Properties logins = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("logins"))) {
            logins.load(reader);
        }
        return logins.getProperty(login);
    }

    /** Where its pages are. */
    String address() throws UncheckedPorts {
        try {
            return "http://127.0.0.1:"
                    + Files.readString(data.resolve("run/ports")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedPorts(e);
        }
    }

    private static final class UncheckedPorts extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UncheckedPorts(IOException cause) {
            super(cause);
        }
    }

    /** Ends the workshop in order, and sees to it that it leaves nothing behind; one that was killed cannot. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            boolean opened = process.exitValue() != 1;
            if (opened && !killed) {
                assertThat(List.of("agent", "machines")).as(output()).allMatch(this::isGone);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private boolean isGone(String child) {
        try {
            ProcessHandle left = child(child);
            return !left.destroyForcibly();
        } catch (NoSuchElementException | IOException e) {
            return true;
        }
    }
}
