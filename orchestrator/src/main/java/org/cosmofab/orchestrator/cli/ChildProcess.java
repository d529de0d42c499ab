package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * A process of the workshop that outlives a crash of this one: its number is kept on disk, so that the next start finds
 * it instead of starting a second.
 */
final class ChildProcess {
    private static final Logger LOG = Logger.getLogger(ChildProcess.class);
    private static final long STOP_SECONDS = 10;
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    /** Out of the terminal's reach: Ctrl-C is for us, and we end our children in their order. */
    private static final List<String> OWN_SESSION = Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();

    private final String name;
    private final Path data;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Restarts restarts = new Restarts(System::nanoTime);

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
            return Files.exists(file)
                    ? Identity.parse(Files.readString(file)).flatMap(Identity::process)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts it, unless it runs already; one that ends as soon as it was started is given time before the next try. */
    void ensure() {
        if (running(name, data).isPresent() || !restarts.due()) {
            return;
        }
        if (restarts.count() > 0) {
            LOG.warnf("%s ended and is started again; what it said is in %s", name, log());
        }
        restarts.begun();
        start();
    }

    private void start() {
        List<String> all = new ArrayList<>(OWN_SESSION);
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m"));
        all.addAll(command);
        try {
            Files.createDirectories(log().getParent());
            ProcessBuilder builder = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Path number = numberFile(name, data);
            Files.createDirectories(number.getParent());
            Files.writeString(number, Identity.of(process.toHandle()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    private Path log() {
        return data.resolve("logs").resolve(name + ".log");
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

    private static Path numberFile(String name, Path data) {
        return data.resolve("run").resolve(name + ".pid");
    }

    /** Process numbers are used again, also by ourselves after a restart of a container: when it began tells whose it is. */
    record Identity(long number, Instant began) {
        /** The system tells the beginning from its own start, which moves a little when its clock is set. */
        private static final Duration BEGAN_WITHIN = Duration.ofSeconds(2);

        static Identity of(ProcessHandle process) {
            return new Identity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        /** As {@link #toString()} writes it; empty if it was not written whole. */
        static Optional<Identity> parse(String text) {
            try {
                String[] words = text.strip().split(" ");
                return Optional.of(new Identity(Long.parseLong(words[0]), Instant.parse(words[1])));
            } catch (NumberFormatException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(number)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> !process.equals(ProcessHandle.current()))
                    .filter(process ->
                            Duration.between(of(process).began, began).abs().compareTo(BEGAN_WITHIN) <= 0);
        }

        @Override
        public String toString() {
            return number + " " + began;
        }
    }

    /** When a process that ended may be started again: at once, then after pauses that double. */
    static final class Restarts {
        private static final Duration PAUSE = Duration.ofSeconds(1);
        private static final Duration PAUSE_MAX = Duration.ofMinutes(1);
        /** Whoever lived that long is not failing at its start. */
        private static final Duration GOOD_LIFE = Duration.ofMinutes(1);

        private final LongSupplier nanos;
        private int count;
        private long lastNanos;
        private Duration pause = Duration.ZERO;

        Restarts(LongSupplier nanos) {
            this.nanos = nanos;
        }

        int count() {
            return count;
        }

        boolean due() {
            return count == 0 || sinceLast().compareTo(pause) >= 0;
        }

        void begun() {
            boolean failing = count > 0 && sinceLast().compareTo(GOOD_LIFE) < 0;
            Duration doubled = pause.isZero() ? PAUSE : pause.multipliedBy(2);
            pause = failing ? doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX : Duration.ZERO;
            count++;
            lastNanos = nanos.getAsLong();
        }

        private Duration sinceLast() {
            return Duration.ofNanos(nanos.getAsLong() - lastNanos);
        }
    }
}
