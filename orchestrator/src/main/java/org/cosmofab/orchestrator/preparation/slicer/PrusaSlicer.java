package org.cosmofab.orchestrator.preparation.slicer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.preparation.domain.SlicerSettings;

/**
 * PrusaSlicer from the system's packages, in the sandbox, with every one of its settings given: what a file brings along
 * has no effect. Post-processing programs are switched off twice, in the settings and on the command line
 * (CVE-2023-47268).
 */
public final class PrusaSlicer {
    private static final Duration TIMEOUT = Duration.ofSeconds(180);
    private static final Pattern VERSION = Pattern.compile("PrusaSlicer-([0-9.]+)");
    private static final int SAID_MAX = 300;
    private static final Map<String, String> NO_PROGRAMS = Map.of("post_process", "");
    private static final String SETTINGS = "settings.ini";
    private static final String MODEL = "part.stl";
    private static final String RESULT = "part.gcode";

    private final Sandbox sandbox;
    private final Path program;
    private final String version;

    PrusaSlicer(Sandbox sandbox, Path program, String version) {
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
     * @param settings every setting of the slicer
     * @throws Failed if it does not end well in time
     */
    public byte[] slice(byte[] mesh, SlicerSettings settings) throws Failed, InterruptedException {
        try {
            Path folder = Files.createTempDirectory("cosmofab-slice");
            try {
                Files.write(folder.resolve(MODEL), mesh);
                Files.write(folder.resolve(SETTINGS), settings.with(NO_PROGRAMS).toBytes());
                Sandbox.Finished finished = sandbox.run(folder, TIMEOUT, command());
                if (finished.timedOut()) {
                    throw new Failed("it did not end within " + TIMEOUT.toSeconds() + " s");
                }
                Path result = folder.resolve(RESULT);
                // Its result is a stranger's file: a link would have us read what the slicer may not see.
                if (finished.status() != 0 || !Files.isRegularFile(result, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Failed("it ended with status " + finished.status() + ": " + said(finished));
                }
                return Files.readAllBytes(result);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new Failed("its files cannot be written: " + e.getMessage());
        }
    }

    private List<String> command() {
        return List.of(program.toString(), "-g", "--load", SETTINGS, "--post-process", "", "-o", RESULT, MODEL);
    }

    /** In one line, without what a terminal would act on. */
    private static String said(Sandbox.Finished finished) {
        String plain = finished.output().strip().replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
        return plain.substring(Math.max(0, plain.length() - SAID_MAX));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
