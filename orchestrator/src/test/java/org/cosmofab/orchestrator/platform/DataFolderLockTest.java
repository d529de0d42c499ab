package org.cosmofab.orchestrator.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cosmofab.orchestrator.kernel.DataFolderLock;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {
    @TempDir
    Path data;

    @Test
    void aSecondOrchestratorOnTheSameFolderIsRefusedUntilTheFirstEnds() {
        DataFolderLock first = new DataFolderLock(data);

        assertThatThrownBy(() -> new DataFolderLock(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another orchestrator works on " + data)
                .hasMessageContaining("--data");

        first.close();
        assertThatCode(() -> new DataFolderLock(data).close()).doesNotThrowAnyException();
    }

    @Test
    void thePackageOfOneDatabaseRefusesTheUrlOfAnother() {
        BeforeTheDatabase wrong = new BeforeTheDatabase("postgresql", "jdbc:h2:file:./x", data);

        assertThatThrownBy(() -> wrong.customize(new FluentConfiguration()))
                .hasMessageContaining("made for postgresql")
                .hasMessageContaining("COSMOFAB_DB_URL");
    }

    @Test
    void onlyTheEmbeddedFileIsLocked() {
        BeforeTheDatabase embedded = new BeforeTheDatabase("h2", "jdbc:h2:file:" + data + "/db/x", data);
        embedded.customize(new FluentConfiguration());
        assertThatThrownBy(() -> new DataFolderLock(data)).isInstanceOf(IllegalStateException.class);
        embedded.release();

        BeforeTheDatabase server = new BeforeTheDatabase("postgresql", "jdbc:postgresql://x/y", data);
        server.customize(new FluentConfiguration());
        assertThatCode(() -> new DataFolderLock(data).close()).doesNotThrowAnyException();
    }
}
