package org.cosmofab.orchestrator.preparation.slicer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Runs a program of strangers' files as a child process that sees one folder and nothing else, with limits on time,
 * memory, file size and processes. Where the system denies the fence, the limits stay, and {@link #isFenced()} says so.
 */
public final class Sandbox {
    private static final String MEMORY_MAX_BYTES = "4000000000";
    private static final String FILE_MAX_BYTES = "500000000";
    /** Counted by the system over all processes and threads of our user, ours included. */
    private static final String PROCESSES_MAX = "4096";

    private static final int TIMED_OUT = -1;
    private static final int TAIL_BYTES = 16_384;
    private static final int TAIL_LINES = 5;
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(Sandbox.class);

    private final Optional<Path> fence;
    private final Optional<Path> limiter;
    private final Optional<Path> session = onPath("setsid");

    private Sandbox(Optional<Path> fence, Optional<Path> limiter) {
        this.fence = fence;
        this.limiter = limiter;
    }

    /** What a child process left behind. */
    public record Finished(int status, boolean timedOut, String output) {}

    /** The best this system allows: bubblewrap and prlimit if both work. */
    public static Sandbox find() {
        Optional<Path> limiter = onPath("prlimit");
        Optional<Path> bwrap = onPath("bwrap").filter(Sandbox::works);
        return new Sandbox(bwrap, limiter);
    }

    /** Limits only, as on a system that denies the fence. */
    public static Sandbox limitsOnly() {
        return new Sandbox(Optional.empty(), onPath("prlimit"));
    }

    public boolean isFenced() {
        return fence.isPresent();
    }

    /** What keeps a program in, for people. */
    public String inWords() {
        if (isFenced()) {
            return "fenced by bubblewrap, with limits";
        }
        return limiter.isPresent() ? "limits only: this system denies the fence" : "a time limit only";
    }

    /**
     * Runs a program in a folder, which it sees as its working directory and may write to.
     *
     * @param timeout real time, after which the process and all its children are ended
     * @throws IOException if it cannot be started at all
     */
    public Finished run(Path folder, Duration timeout, List<String> program) throws IOException, InterruptedException {
        Path output = Files.createTempFile("cosmofab-child", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(folder, timeout, program))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
            builder.environment().put("HOME", "/tmp");
            Process process = builder.start();
            boolean ended = waitFor(process, timeout);
            return new Finished(ended ? process.exitValue() : TIMED_OUT, !ended, tail(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private boolean waitFor(Process process, Duration timeout) throws InterruptedException {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            end(process);
        }
    }

    /** Ends the process and whatever it started: by its session, since children outlive their parents. */
    private void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!isFenced() && session.isPresent()) {
            try {
                new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                LOG.warn("cannot end the children of a sandboxed program", e);
            }
        }
        process.waitFor(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private List<String> command(Path folder, Duration timeout, List<String> program) {
        List<String> command = new ArrayList<>();
        fence.ifPresentOrElse(
                bwrap -> command.addAll(fenced(bwrap, folder)),
                () -> session.ifPresent(setsid -> command.add(setsid.toString())));
        limiter.ifPresent(prlimit -> command.addAll(List.of(
                prlimit.toString(),
                "--as=" + MEMORY_MAX_BYTES,
                "--cpu=" + Math.max(1, timeout.toSeconds()),
                "--fsize=" + FILE_MAX_BYTES,
                "--nproc=" + PROCESSES_MAX)));
        command.addAll(program);
        return command;
    }

    private static List<String> fenced(Path bwrap, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                bwrap.toString(),
                "--ro-bind",
                "/usr",
                "/usr",
                "--symlink",
                "usr/lib",
                "/lib",
                "--symlink",
                "usr/lib64",
                "/lib64",
                "--symlink",
                "usr/bin",
                "/bin"));
        for (String readable : List.of("/etc/fonts", "/etc/alternatives")) {
            if (Files.exists(Path.of(readable))) {
                command.addAll(List.of("--ro-bind", readable, readable));
            }
        }
        command.addAll(List.of(
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--tmpfs",
                "/tmp",
                "--bind",
                folder.toString(),
                "/work",
                "--chdir",
                "/work",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--setenv",
                "PATH",
                "/usr/bin",
                "--setenv",
                "HOME",
                "/tmp"));
        return command;
    }

    private static boolean works(Path bwrap) {
        try {
            Path folder = Files.createTempDirectory("cosmofab-probe");
            try {
                Finished probe =
                        new Sandbox(Optional.of(bwrap), Optional.empty()).run(folder, PROBE_PATIENCE, List.of("true"));
                return probe.status() == 0 && !probe.timedOut();
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH"))
                        .orElse("/usr/bin:/bin")
                        .split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The end of what it said; slicers say a lot. */
    private static String tail(Path output) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(output)) {
            file.position(Math.max(0, file.size() - TAIL_BYTES));
            ByteBuffer end = ByteBuffer.allocate(TAIL_BYTES);
            while (end.hasRemaining() && file.read(end) >= 0) {
                // Reads on until the end of the file.
            }
            List<String> lines = new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        }
    }
}
