package org.cosmofab.orchestrator.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's MQTT broker, started for a test in a folder of its own. */
public final class Mosquitto {
    private static final Path BROKER = Path.of("/usr/sbin/mosquitto");
    private static final Path PASSWORDS = Path.of("/usr/bin/mosquitto_passwd");

    private final Path folder;
    private final int port = FreePort.next();
    private Process process;

    /** Skips or fails the test where the program is missing. */
    public Mosquitto(Path folder, String user, String password) throws IOException, InterruptedException {
        Requirement.program(BROKER, "mosquitto");
        this.folder = folder;
        Path users = folder.resolve("users");
        Files.writeString(users, user + ":" + password + "\n");
        run(List.of(PASSWORDS.toString(), "-U", users.toString()));
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                String.join(
                        "\n",
                        "listener " + port + " 127.0.0.1",
                        "allow_anonymous false",
                        "password_file " + users,
                        "user " + System.getProperty("user.name"),
                        "persistence true",
                        "persistence_location " + folder + "/",
                        ""));
        start();
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        BROKER.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mosquitto.log").toFile()))
                .start();
        Wait.until("mosquitto listens", this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("failed: " + command);
        }
    }
}
