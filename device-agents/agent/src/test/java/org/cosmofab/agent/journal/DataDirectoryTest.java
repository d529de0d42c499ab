package org.cosmofab.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void isHeldByOneAtATime(@TempDir Path place) {
        Path path = place.resolve("agent");
        try (DataDirectory held = DataDirectory.claim(path)) {
            assertThat(held.journal().getParent()).isEqualTo(path);
            assertThatThrownBy(() -> DataDirectory.claim(path))
                    .isInstanceOf(DataDirectoryTaken.class)
                    .hasMessageContaining("--data");
        }
        DataDirectory.claim(path).close();
    }

    @Test
    void saysWhenItCannotBeMade(@TempDir Path place) throws Exception {
        Path file = Files.writeString(place.resolve("file"), "not a directory");

        assertThatThrownBy(() -> DataDirectory.claim(file.resolve("agent")))
                .isInstanceOf(DiskUnavailable.class)
                .hasMessageContaining(file.toString());
    }
}
