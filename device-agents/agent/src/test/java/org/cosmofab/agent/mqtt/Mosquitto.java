package org.cosmofab.agent.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cosmofab.agent.Eventually;
import org.junit.jupiter.api.Assumptions;

/** The Debian package's broker as a child process: users, rights, and a memory that outlives kill -9. */
public final class Mosquitto implements AutoCloseable {
    static final String ORCHESTRATOR = "orchestrator";
    private static final String SECRET = "secret-of-";
    private static final List<String> PLACES = List.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto");

    private final Path directory;
    private final int port;
    private Process process;

    private Mosquitto(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Skips the test if the broker is not installed, except where everything must be there. */
    public static Mosquitto start(Path directory, String... agents) throws IOException, InterruptedException {
        Path program = program();
        int port = freePort();
        Path passwords = directory.resolve("passwords");
        Files.writeString(
                passwords,
                Stream.concat(Stream.of(ORCHESTRATOR), Stream.of(agents))
                        .map(user -> user + ":" + secret(user) + "\n")
                        .reduce("", String::concat));
        run(List.of("mosquitto_passwd", "-U", passwords.toString()));
        Files.writeString(directory.resolve("acl"), """
                user orchestrator
                topic read cosmofab/v1/agents/#
                topic write cosmofab/v1/agents/+/commands

                user mute
                topic deny cosmofab/v1/agents/mute/events

                pattern write cosmofab/v1/agents/%u/presence
                pattern write cosmofab/v1/agents/%u/events
                pattern write cosmofab/v1/agents/%u/telemetry
                pattern read cosmofab/v1/agents/%u/commands
                """);
        Files.writeString(directory.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous false
                password_file %s
                acl_file %s
                persistence true
                persistence_location %s/
                autosave_interval 1
                autosave_on_changes true
                user root
                """.formatted(
                        port, passwords, directory.resolve("acl"), directory));
        Mosquitto broker = new Mosquitto(directory, port, launch(program, directory));
        broker.awaitOpen();
        return broker;
    }

    public URI uri() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    public static String secret(String user) {
        return SECRET + user;
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void restart() {
        try {
            process = launch(program(), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitOpen();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitOpen() {
        Eventually.holds("the broker listens", this::isOpen, () -> log());
    }

    private boolean isOpen() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Process launch(Path program, Path directory) throws IOException {
        return new ProcessBuilder(
                        program.toString(),
                        "-c",
                        directory.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
    }

    private static Path program() {
        Path found = PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (found == null && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("mosquitto is not installed (Debian package mosquitto); looked at " + PLACES);
        }
        if (found == null) {
            throw new IllegalStateException("mosquitto must be installed where CI=true; looked at " + PLACES);
        }
        return found;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
