package org.cosmofab.orchestrator.preparation.slicer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cosmofab.bridge.testing.Neighbour;
import org.cosmofab.orchestrator.preparation.domain.SlicerSettings;
import org.cosmofab.orchestrator.testing.Meshes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrusaSlicerTest {
    private static final Path PROGRAM = Path.of("/usr/bin/prusa-slicer");
    private static final byte[] CUBE = Meshes.binary(Meshes.box(10, 10, 5));

    @TempDir
    Path folder;

    @Test
    void tellsItsVersion() {
        assertThat(slicer().version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @Test
    void slicesWithTheLibrarysSettings() throws Exception {
        String code = text(slicer().slice(CUBE, settings()));
        assertThat(code).contains("\nM190 S60", "\nM109 S210", "; filament_type = PLA", "\nG28");
    }

    @Test
    void slicesWithAnotherValue() throws Exception {
        SlicerSettings other =
                settings().with(Map.of("layer_height", "0.2", "brim_type", "outer_only", "brim_width", "3"));
        assertThat(text(slicer().slice(CUBE, other)))
                .contains("; layer_height = 0.2", "; brim_width = 3", ";TYPE:Skirt");
    }

    @Test
    void leavesNoFolderBehind() throws Exception {
        long before = folders();
        slicer().slice(CUBE, settings());
        assertThatThrownBy(() -> slicer().slice(new byte[10], settings())).isInstanceOf(PrusaSlicer.Failed.class);
        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void saysInTheSlicersWordsWhyItFailed() {
        assertThatThrownBy(() -> slicer().slice(new byte[10], settings()))
                .isInstanceOf(PrusaSlicer.Failed.class)
                .hasMessageStartingWith("it ended with status 1: ")
                .hasMessageContaining("Loading of a model file failed");
    }

    @Test
    void runsNoProgramThatSettingsName() throws Exception {
        Path mark = folder.resolve("ran");
        SlicerSettings evil = settings().with(Map.of("post_process", "/usr/bin/touch " + mark));
        Neighbour.require("prusa-slicer");

        // That the attack works at all: the same settings, handed to the slicer as they are (CVE-2023-47268).
        Files.write(folder.resolve("part.stl"), CUBE);
        Files.write(folder.resolve("evil.ini"), evil.toBytes());
        Sandbox.limitsOnly()
                .run(
                        folder,
                        Duration.ofSeconds(120),
                        List.of(PROGRAM.toString(), "-g", "--load", "evil.ini", "-o", "part.gcode", "part.stl"));
        assertThat(mark).exists();
        Files.delete(mark);

        PrusaSlicer.find(Sandbox.limitsOnly()).orElseThrow().slice(CUBE, evil);
        assertThat(mark).doesNotExist();
    }

    @Test
    void readsNoLinkThatTheSlicerLeaves() throws Exception {
        PrusaSlicer caught = standIn("ln -s /etc/passwd part.gcode");
        assertThatThrownBy(() -> caught.slice(CUBE, settings()))
                .isInstanceOf(PrusaSlicer.Failed.class)
                .hasMessageStartingWith("it ended with status 0: ")
                .hasMessageNotContaining("root");
    }

    @Test
    void showsNoControlCharactersAndNoBooks() throws Exception {
        PrusaSlicer noisy = standIn("printf '\\033[31mred\\n'; seq -s, 1 5000; exit 9");
        assertThatThrownBy(() -> noisy.slice(CUBE, settings()))
                .isInstanceOf(PrusaSlicer.Failed.class)
                .hasMessageMatching("it ended with status 9: [ -~]{1,300}")
                .hasMessageEndingWith("4999,5000");
    }

    private PrusaSlicer standIn(String script) throws Exception {
        Path program = Files.writeString(folder.resolve("stand-in"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new PrusaSlicer(Sandbox.limitsOnly(), program, "0.0.0");
    }

    private static PrusaSlicer slicer() {
        Neighbour.require("prusa-slicer");
        return PrusaSlicer.find(Sandbox.find()).orElseThrow();
    }

    private static SlicerSettings settings() {
        return new SystemSlicer(false).settings();
    }

    private static long folders() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("cosmofab-slice"))
                    .count();
        }
    }

    private static String text(byte[] code) {
        return new String(code, StandardCharsets.US_ASCII);
    }
}
