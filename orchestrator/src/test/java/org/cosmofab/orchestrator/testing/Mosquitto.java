package org.cosmofab.orchestrator.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.testing.Neighbour;

/** Debian's MQTT broker, started for a test in a folder of its own. */
public final class Mosquitto {
    private static final Path RIGHTS =
            Path.of(System.getProperty("cosmofab.root", "..")).resolve("device-agents/wire/mosquitto.acl");

    private final Path program = Neighbour.require("mosquitto");
    private final Path passwords = Neighbour.require("mosquitto_passwd");
    private final Path folder;
    private final int port = FreePort.next();
    private Process process;

    /** Lets one user do everything. Skips or fails the test where the program is missing. */
    public Mosquitto(Path folder, String user, String password) throws IOException, InterruptedException {
        this(folder, user, password, "");
    }

    private Mosquitto(Path folder, String user, String password, String settings)
            throws IOException, InterruptedException {
        this.folder = folder;
        Path users = folder.resolve("users");
        Files.writeString(users, user + ":" + password + "\n");
        run(List.of(passwords.toString(), "-U", users.toString()));
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
                        settings,
                        ""));
        start();
    }

    /** As a workshop sets it up: the orchestrator's user {@code cosmofab}, and the rights that the wire ships. */
    public static Mosquitto withTheWiresRights(Path folder, String password) throws IOException, InterruptedException {
        return new Mosquitto(folder, "cosmofab", password, "acl_file " + RIGHTS.toAbsolutePath());
    }

    /** Admits another user, as its operator does while it runs. */
    public void admit(String user, String password) throws IOException, InterruptedException {
        run(List.of(passwords.toString(), "-b", folder.resolve("users").toString(), user, password));
        run(List.of("kill", "-HUP", String.valueOf(process.pid())));
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        program.toString(),
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

    /** What it has told: connections with their client ids among it. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("mosquitto.log"));
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
