package org.cosmofab.designs.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.cosmofab.designs.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    private Optional<DesignVersion> read() {
        return read(FolderLimits.standard());
    }

    private Optional<DesignVersion> read(FolderLimits limits) {
        return FolderListing.read(folder, limits, findings);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void hashesTheListingThatTheReferenceDescribes() throws IOException {
        write("a/c.txt", "one\n");
        write("a.txt", "two\n");
        write("B.txt", "three\n");
        DesignVersion version = read().orElseThrow();
        // Made by hand with sha256sum; capitals come first, and a full stop before a slash.
        assertThat(version.listing()).isEqualTo("""
                cosmofab-design-v1
                f6936912184481f5edd4c304ce27c5a1a827804fc7f329f43d273b8621870776 6 B.txt
                27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a 4 a.txt
                2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806 4 a/c.txt
                """);
        assertThat(version.hash().hex()).isEqualTo("82afb18bd5acc554ebf663113617a35e0db9e4c44d7b872e4a78630e1b057cf9");
    }

    @Test
    void doesNotCountGitModesAndTimes() throws IOException {
        write("a.txt", "one\n");
        ContentHash before = read().orElseThrow().hash();
        write(".git/config", "[core]\n");
        write("sub/.git", "gitdir: ../.git/modules/sub\n");
        Files.setPosixFilePermissions(folder.resolve("a.txt"), PosixFilePermissions.fromString("rwx------"));
        assertThat(read().orElseThrow().hash()).isEqualTo(before);
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void readsALinkToAFileOfTheDesignAsThatFile() throws IOException {
        write("a.txt", "one\n");
        Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("a.txt"));
        DesignVersion linked = read().orElseThrow();
        assertThat(linked.file("b.txt").orElseThrow().sha256())
                .isEqualTo(linked.file("a.txt").orElseThrow().sha256());
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void hasNoVersionWithALinkThatLeaves() throws IOException {
        write("a.txt", "one\n");
        Path outside = Files.createTempFile("outside", ".txt");
        Files.createSymbolicLink(folder.resolve("b.txt"), outside);
        assertThat(read()).isEmpty();
        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("symlink-leaves");
        Files.delete(folder.resolve("b.txt"));
        Files.delete(outside);
    }

    @Test
    void doesNotReadGitThroughALink() throws IOException {
        write(".git/config", "secret\n");
        Files.createSymbolicLink(folder.resolve("b.txt"), Path.of(".git/config"));
        assertThat(read()).isEmpty();
        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("symlink-leaves");
    }

    @Test
    void refusesALinkToAFolder() throws IOException {
        write("a/c.txt", "one\n");
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        assertThat(read()).isEmpty();
        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("symlink-not-a-file");
    }

    @Test
    void seesNamesThatCollideInCaseOrUnicodeForm() throws IOException {
        write("Docs/a.txt", "one\n");
        write("docs/b.txt", "two\n");
        write("caf\u00e9.txt", "composed\n");
        write("cafe\u0301.txt", "decomposed\n");
        assertThat(read()).isEmpty();
        assertThat(findings.list())
                .extracting(found -> found.code().slug())
                .containsExactly("name-case-collision", "name-case-collision");
    }

    @Test
    void keepsToEachLimit() throws IOException {
        write("a/b/c.txt", "12345");
        write("d.txt", "12345");
        assertThat(read(new FolderLimits(2, 5, 10, 2))).isPresent();
        assertThat(findings.list()).isEmpty();
        assertThat(read(new FolderLimits(1, 5, 10, 2))).isEmpty();
        assertThat(read(new FolderLimits(2, 4, 10, 2))).isEmpty();
        assertThat(read(new FolderLimits(2, 5, 9, 2))).isEmpty();
        assertThat(read(new FolderLimits(2, 5, 10, 1))).isEmpty();
        assertThat(findings.list())
                .extracting(found -> found.code().slug())
                .containsOnly("folder-over-limit", "file-over-limit");
    }
}
