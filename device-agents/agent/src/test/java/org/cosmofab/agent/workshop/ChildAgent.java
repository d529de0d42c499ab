package org.cosmofab.agent.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cosmofab.agent.Agent;
import org.cosmofab.agent.cli.AgentOptions;

/**
 * An agent in a process of its own, to be killed. The same composition as the real one, without Quarkus around it; with
 * {@code -Dcosmofab.agent.jar=.../quarkus-run.jar} the packaged one itself.
 */
final class ChildAgent implements AutoCloseable {
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    ChildAgent(List<String> arguments, Map<String, String> environment, Path log) throws IOException {
        this.arguments = arguments;
        this.environment = environment;
        this.log = log;
        this.process = launch();
    }

    /** What runs in the child. */
    public static void main(String[] arguments) throws InterruptedException {
        Agent agent = AgentOptions.parse(arguments).start();
        new CountDownLatch(1).await();
        agent.close();
    }

    void start() throws IOException {
        process = launch();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** SIGTERM; returns when it has ended. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        String packaged = System.getProperty("cosmofab.agent.jar", "");
        command.addAll(
                packaged.isEmpty()
                        ? List.of("-cp", System.getProperty("java.class.path"), ChildAgent.class.getName())
                        : List.of("-jar", packaged));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
