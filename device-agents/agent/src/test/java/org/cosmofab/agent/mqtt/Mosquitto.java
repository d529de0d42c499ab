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
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.testing.Neighbour;

/** The Debian package's broker as a child process: users, rights, and a memory that outlives kill -9. */
public final class Mosquitto implements AutoCloseable {
    static final String ORCHESTRATOR = "cosmofab";
    private static final Path RIGHTS =
            Path.of(System.getProperty("cosmofab.root", "../..")).resolve("device-agents/wire/mosquitto.acl");
    private static final String SECRET = "secret-of-";

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
        Path program = Neighbour.require("mosquitto");
        int port = freePort();
        Path passwords = directory.resolve("passwords");
        Files.writeString(
                passwords,
                Stream.concat(Stream.of(ORCHESTRATOR), Stream.of(agents))
                        .map(user -> user + ":" + secret(user) + "\n")
                        .reduce("", String::concat));
        run(List.of("mosquitto_passwd", "-U", passwords.toString()));
        Files.writeString(directory.resolve("acl"), Files.readString(RIGHTS) + """

                user mute
                topic deny cosmofab/v1/agents/mute/events
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
            process = launch(Neighbour.require("mosquitto"), directory);
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
