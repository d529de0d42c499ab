package org.cosmofab.orchestrator.preparation.slicer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PrusaSlicer from the system's packages, in the sandbox, with every one of its settings given: what a file brings along
 * has no effect. Post-processing programs are switched off twice, in the settings and on the command line
 * (CVE-2023-47268).
 */
public final class PrusaSlicer {
    private static final Duration TIMEOUT = Duration.ofSeconds(180);
    private static final Pattern VERSION = Pattern.compile("PrusaSlicer-([0-9.]+)");
    private static final String SETTINGS = "settings.ini";
    private static final String MODEL = "part.stl";
    private static final String RESULT = "part.gcode";

    private final Sandbox sandbox;
    private final Path program;
    private final String version;

    private PrusaSlicer(Sandbox sandbox, Path program, String version) {
        this.sandbox = sandbox;
        this.program = program;
        this.version = version;
    }

    /** The slicer could not make a program; the message says why in its words. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /** The slicer of this system, if there is one that tells its version. */
    public static Optional<PrusaSlicer> find(Sandbox sandbox) {
        return Sandbox.onPath("prusa-slicer").flatMap(program -> {
            try {
                Path folder = Files.createTempDirectory("cosmofab-slicer");
                try {
                    Sandbox.Finished asked = sandbox.run(
                            folder,
                            Duration.ofSeconds(60),
                            List.of("sh", "-c", program + " --help | grep -m1 PrusaSlicer-"));
                    Matcher version = VERSION.matcher(asked.output());
                    return version.find()
                            ? Optional.of(new PrusaSlicer(sandbox, program, version.group(1)))
                            : Optional.empty();
                } finally {
                    delete(folder);
                }
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        });
    }

    public String version() {
        return version;
    }

    public boolean isFenced() {
        return sandbox.isFenced();
    }

    /**
     * Slices a mesh.
     *
     * @param settings every setting of the slicer, one {@code key = value} a line
     * @param overrides slicer options by name without dashes, already checked
     * @throws Failed if it does not end well in time
     */
    public byte[] slice(byte[] mesh, byte[] settings, Map<String, String> overrides)
            throws Failed, InterruptedException {
        try {
            Path folder = Files.createTempDirectory("cosmofab-slice");
            try {
                Files.write(folder.resolve(MODEL), mesh);
                Files.write(folder.resolve(SETTINGS), settings);
                Sandbox.Finished finished = sandbox.run(folder, TIMEOUT, command(overrides));
                if (finished.timedOut()) {
                    throw new Failed("it did not end within " + TIMEOUT.toSeconds() + " s");
                }
                Path result = folder.resolve(RESULT);
                if (finished.status() != 0 || !Files.exists(result)) {
                    throw new Failed("it ended with status " + finished.status() + ": " + finished.output());
                }
                return Files.readAllBytes(result);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new Failed("its files cannot be written: " + e.getMessage());
        }
    }

    private List<String> command(Map<String, String> overrides) {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "-g", "--load", SETTINGS, "--post-process", "", "-o", RESULT));
        overrides.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(override -> {
            command.add("--" + override.getKey());
            command.add(override.getValue());
        });
        command.add(MODEL);
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
