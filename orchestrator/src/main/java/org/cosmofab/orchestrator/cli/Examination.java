package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a machine has and lacks for running a workshop. Changes nothing. */
final class Examination {
    private static final long PROBE_SECONDS = 20;

    /** How bad it is. */
    enum Verdict {
        GOOD("ok"),
        /** It works without, but less well; the finding says how. */
        OPTIONAL("absent"),
        MISSING("MISSING");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * @param what in words
     * @param remedy what to do about it; empty if it is good
     */
    record Finding(Verdict verdict, String about, String what, String remedy) {}

    private Examination() {}

    static List<Finding> ofThisMachine(ServerOptions options, Path agentJar) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(agent(agentJar));
        findings.add(data(options.data));
        findings.add(port(options.port.orElse(ServerCommand.PORT), options.port.isPresent()));
        findings.add(program(
                "slicer", "prusa-slicer", "STL files are sliced here", "designs use the programs that come with them"));
        findings.add(sandbox());
        findings.add(
                program("OpenSCAD", "openscad", "parametric sources can be rebuilt", "only ready STL files are used"));
        findings.add(serialPorts());
        findings.add(lossOfContact());
        findings.add(program(
                "browser", "chromium", "the browser tests can run", "pages work in any browser; only tests need it"));
        return findings;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        if (version < 17) {
            return new Finding(
                    Verdict.MISSING, "Java", "version " + version, "apt-get install openjdk-17-jdk-headless");
        }
        return good("Java", Runtime.version() + " at " + System.getProperty("java.home"));
    }

    private static Finding agent(Path jar) {
        if (Files.exists(jar)) {
            return good("agent", jar.toString());
        }
        return new Finding(Verdict.MISSING, "agent", "not built: " + jar, "start through ./cosmofab, which builds it");
    }

    private static Finding data(Path data) {
        Path existing = data;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isWritable(existing) || !Files.isDirectory(existing)) {
            return new Finding(
                    Verdict.MISSING, "data", existing + " cannot be written", "choose another place with --data DIR");
        }
        long freeMegabytes = existing.toFile().getUsableSpace() / 1_000_000;
        if (freeMegabytes < 500) {
            return new Finding(
                    Verdict.MISSING,
                    "data",
                    "only " + freeMegabytes + " MB free at " + existing,
                    "free 500 MB, or choose another place with --data DIR");
        }
        return good("data", data + ", " + freeMegabytes / 1000 + " GB free");
    }

    private static Finding port(int port, boolean asked) {
        if (Ports.isFree(port)) {
            return good("port", port + " is free for pages and API");
        }
        return asked
                ? new Finding(Verdict.MISSING, "port", port + " is taken", "choose another with --port N")
                : new Finding(
                        Verdict.OPTIONAL,
                        "port",
                        port + " is taken; a free one will be used",
                        "or choose one with --port N");
    }

    private static Finding program(String about, String name, String with, String without) {
        return find(name)
                .map(path -> good(about, path + ": " + with))
                .orElseGet(() -> new Finding(
                        Verdict.OPTIONAL,
                        about,
                        name + " is not here: " + without,
                        "apt-get install --no-install-recommends " + name));
    }

    private static Finding sandbox() {
        Optional<Path> bwrap = find("bwrap");
        if (bwrap.isEmpty()) {
            return new Finding(
                    Verdict.OPTIONAL,
                    "sandbox",
                    "bwrap is not here: slicers run with time and memory limits only",
                    "apt-get install bubblewrap");
        }
        boolean works =
                succeeds(bwrap.get().toString(), "--ro-bind", "/", "/", "--unshare-all", "--die-with-parent", "true");
        return works
                ? good("sandbox", bwrap.get() + " works")
                : new Finding(
                        Verdict.OPTIONAL,
                        "sandbox",
                        "bwrap is here, but this system denies it: slicers run with time and memory limits only",
                        "allow unprivileged user namespaces, or run outside of a container");
    }

    private static Finding serialPorts() {
        try (Stream<Path> devices = Files.list(Path.of("/dev"))) {
            List<Path> ports = devices.filter(d -> d.getFileName().toString().matches("tty(USB|ACM)\\d+"))
                    .sorted()
                    .toList();
            List<Path> closed = ports.stream()
                    .filter(p -> !Files.isReadable(p) || !Files.isWritable(p))
                    .toList();
            if (!closed.isEmpty()) {
                return new Finding(
                        Verdict.OPTIONAL,
                        "machines",
                        closed + " may not be opened by this user",
                        "add the user to the group dialout, then log in again");
            }
            return good(
                    "machines", ports.isEmpty() ? "none on USB; the simulated ones run anywhere" : ports.toString());
        } catch (IOException e) {
            return new Finding(
                    Verdict.OPTIONAL, "machines", "/dev cannot be listed: " + e.getMessage(), "run on Linux");
        }
    }

    /** What no software can promise; the agent's own sentences are in firmware-bridge, which is not known here. */
    private static Finding lossOfContact() {
        return good(
                "cable pulled",
                "no stop reaches a machine then: a printer stays hot, an M3 laser burns on where it stands (M4 goes dark"
                        + " with the motion), a mill's spindle turns; keep each machine's own switch within reach");
    }

    private static Finding good(String about, String what) {
        return new Finding(Verdict.GOOD, about, what, "");
    }

    private static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
