package org.cosmofab.bridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NeighbourTest {
    @TempDir
    Path directory;

    @Test
    void findsAnExecutableOnThePath() throws IOException {
        Path program = Files.createFile(directory.resolve("slicer"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Neighbour.require("slicer", "/nowhere:" + directory, "true")).isEqualTo(program);
    }

    @Test
    void abortsTheTestVisiblyWhenItIsMissing() {
        assertThatThrownBy(() -> Neighbour.require("slicer", directory.toString(), null))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("slicer is not installed");
    }

    @Test
    void failsTheTestWhereNothingMayBeLeftOut() {
        assertThatThrownBy(() -> Neighbour.require("slicer", directory.toString(), "true"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CI=true");
    }
}
