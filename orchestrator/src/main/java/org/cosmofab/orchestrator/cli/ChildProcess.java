package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process of the workshop that outlives a crash of this one: its number is kept on disk, so that the next start finds
 * it instead of starting a second.
 */
final class ChildProcess {
    private static final long STOP_SECONDS = 10;

    private final String name;
    private final Path data;
    private final List<String> command;
    private final Map<String, String> environment;

    /**
     * @param name of its log and of the file with its number
     * @param command after the Java options: the jar and its arguments
     */
    ChildProcess(String name, Path data, List<String> command, Map<String, String> environment) {
        this.name = name;
        this.data = data;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /** The process of that name that still runs on that data, if one does. */
    static Optional<ProcessHandle> running(String name, Path data) {
        try {
            Path file = numberFile(name, data);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long number = Long.parseLong(Files.readString(file).strip());
            return ProcessHandle.of(number).filter(ProcessHandle::isAlive).filter(p -> isOurs(p, data));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Starts it, unless it runs already. */
    ProcessHandle ensure() {
        return running(name, data).orElseGet(this::start);
    }

    private ProcessHandle start() {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m"));
        all.addAll(command);
        try {
            Path log = Files.createDirectories(data.resolve("logs")).resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Path number = numberFile(name, data);
            Files.createDirectories(number.getParent());
            Files.writeString(number, String.valueOf(process.pid()));
            return process.toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Asks it to end, and makes it end if it does not. */
    static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    /** Process numbers are used again: ours was started with our data folder among its arguments. */
    private static boolean isOurs(ProcessHandle process, Path data) {
        String arguments = process.info().commandLine().orElse("");
        return arguments.contains(data.toString());
    }

    private static Path numberFile(String name, Path data) {
        return data.resolve("run").resolve(name + ".pid");
    }
}
