package org.cosmofab.orchestrator.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cosmofab.designs.DesignReader;
import org.cosmofab.designs.content.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it does with folders; no database is needed. */
class StoredVersionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path data;

    @TempDir
    Path source;

    private StoredVersions store;
    private DesignFolder design;
    private DesignVersion files;
    private DesignVersionId id;

    @BeforeEach
    void prepare() throws Exception {
        store = new StoredVersions(data, new Counting(), () -> NOW);
        design = DesignFolder.copyOf("sheet-corner", source);
        files = new DesignReader().read(design.path()).version().orElseThrow();
        id = new DesignVersionId(files.hash().hex());
    }

    @Test
    void keepsExactlyTheListedFiles() throws Exception {
        Files.createDirectories(design.path().resolve(".git/objects"));
        Files.writeString(design.path().resolve(".git/config"), "not a part of the design");
        Files.createDirectories(design.path().resolve("empty"));
        store.keep(id, design.path(), files);
        assertThat(new DesignReader().verify(store.folder(id), files.hash())).isTrue();
        assertThat(store.folder(id))
                .isDirectoryNotContaining(path -> path.getFileName().toString().matches(".git|empty"));
        assertThat(names(data.resolve("designs"))).containsExactly(id.value());
    }

    @Test
    void keepsTheContentOfLinksInsideOfTheDesign() throws Exception {
        Files.createSymbolicLink(design.path().resolve("read-me-too.md"), Path.of("README.md"));
        DesignVersion linked = new DesignReader().read(design.path()).version().orElseThrow();
        DesignVersionId linkedId = new DesignVersionId(linked.hash().hex());
        store.keep(linkedId, design.path(), linked);
        assertThat(store.folder(linkedId).resolve("read-me-too.md"))
                .isRegularFile()
                .hasSameTextualContentAs(design.path().resolve("README.md"))
                .matches(file -> !Files.isSymbolicLink(file));
    }

    @Test
    void leavesNothingWhenAFileChangesMeanwhile() throws Exception {
        Files.writeString(design.path().resolve("docs/making.en.md"), "changed after it was hashed");
        assertThatThrownBy(() -> store.keep(id, design.path(), files))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("docs/making.en.md changed while the design was published");
        assertThat(names(data.resolve("designs"))).isEmpty();
    }

    @Test
    void replacesADamagedFolderAndLeavesASoundOne() throws Exception {
        store.keep(id, design.path(), files);
        FileTime kept = Files.getLastModifiedTime(store.folder(id));
        store.keep(id, source.resolve("not there any more"), files);
        assertThat(Files.getLastModifiedTime(store.folder(id))).isEqualTo(kept);

        Files.writeString(store.folder(id).resolve("extra.txt"), "smuggled in");
        store.keep(id, design.path(), files);
        assertThat(store.folder(id).resolve("extra.txt")).doesNotExist();
        assertThat(names(data.resolve("designs"))).containsExactly(id.value());
    }

    @Test
    void clearsAwayOldLeftoversAtStart() throws Exception {
        store.keep(id, design.path(), files);
        Path old = leftover("incoming-1", NOW.minusSeconds(7200));
        Path oldPull = leftover(".pull-99", NOW.minusSeconds(7200));
        Path young = leftover("incoming-2", NOW.minusSeconds(60));
        store.start(new StartupEvent());
        assertThat(old).doesNotExist();
        assertThat(oldPull).doesNotExist();
        assertThat(young).isDirectory();
        assertThat(store.folder(id)).isDirectory();
    }

    @Test
    void startsWhereNothingIsYet() {
        store.start(new StartupEvent());
        assertThat(data).isEmptyDirectory();
    }

    private Path leftover(String name, Instant modified) throws IOException {
        Path folder = data.resolve("designs").resolve(name);
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/file"), "x");
        Files.setLastModifiedTime(folder, FileTime.from(modified));
        return folder;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Counting implements IdSource {
        private long last;

        @Override
        public UUID next() {
            return new UUID(0, ++last);
        }

        @Override
        public String secret(int bytes) {
            throw new AssertionError("no secrets here");
        }

        @Override
        public String issuer() {
            return "here";
        }
    }
}
