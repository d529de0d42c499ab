package org.cosmofab.designs.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.cosmofab.designs.DesignReader;
import org.cosmofab.designs.content.FolderLimits;
import org.cosmofab.designs.git.PullResult.Pulled;
import org.cosmofab.designs.git.PullResult.Refusal;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignRepositoryTest {

    @TempDir
    Path temp;

    private LocalRepository source;
    private Path into;

    @BeforeEach
    void create() throws IOException {
        source = new LocalRepository(temp.resolve("source.git"));
        into = temp.resolve("into");
    }

    @AfterEach
    void close() {
        source.close();
    }

    private static DesignRepository repository(PullLimits limits) {
        return new DesignRepository(limits, true, Clock.systemUTC());
    }

    private PullResult pull(String ref) {
        return pull(PullLimits.standard(), ref);
    }

    private PullResult pull(PullLimits limits, String ref) {
        return repository(limits).pull(source.folder().toString(), ref, into);
    }

    private static Refusal refusal(PullResult result) {
        return result.fold(
                pulled -> {
                    throw new AssertionError("was pulled: " + pulled);
                },
                PullResult.Refused::refusal);
    }

    private static Pulled pulled(PullResult result) {
        return result.fold(pulled -> pulled, refused -> {
            throw new AssertionError("was refused: " + refused);
        });
    }

    private void nothingIsLeftBehind() throws IOException {
        try (Stream<Path> entries = Files.list(temp)) {
            assertThat(entries.map(path -> path.getFileName().toString())).containsExactly("source.git");
        }
    }

    @Test
    void pullsTheFilesOfTheHeadByteForByte() throws IOException {
        String commit = source.file("README.md", "one\r\ntwo\n")
                .folder("parts", "hook.stl", "solid\n")
                .commit("refs/heads/main");

        Pulled pulled = pulled(pull("HEAD"));

        assertThat(pulled.commit()).isEqualTo(commit);
        assertThat(pulled.folder()).isEqualTo(into);
        assertThat(into.resolve("README.md")).hasBinaryContent("one\r\ntwo\n".getBytes());
        assertThat(into.resolve("parts/hook.stl")).hasContent("solid\n");
    }

    @Test
    void aPulledDesignHasTheContentHashOfItsFiles() throws IOException {
        source.file("README.md", "one\n").commit("refs/heads/main");
        pulled(pull("main"));
        Path plain = Files.createDirectory(temp.resolve("plain"));
        Files.writeString(plain.resolve("README.md"), "one\n");
        assertThat(new DesignReader().read(into).contentHash())
                .isEqualTo(new DesignReader().read(plain).contentHash());
    }

    @Test
    void pullsABranchATagAndAnOldCommit() {
        String first = source.file("a", "1").commit("refs/heads/main");
        String second = source.file("a", "2").commit("refs/tags/v1");
        String third = source.file("a", "3").commit("refs/heads/main");

        assertThat(pulled(pull("main")).commit()).isEqualTo(third);
        into = temp.resolve("tag");
        assertThat(pulled(pull("v1")).commit()).isEqualTo(second);
        into = temp.resolve("commit");
        assertThat(pulled(pull(first)).commit()).isEqualTo(first);
        assertThat(into.resolve("a")).hasContent("1");
    }

    @Test
    void writesAnotherCommitOfAPulledRepository() {
        String first = source.file("a", "1").commit("refs/heads/main");
        source.file("a", "2").commit("refs/heads/main");
        pulled(pull("main"));
        Path other = temp.resolve("other");

        assertThat(pulled(repository(PullLimits.standard()).checkout(into, first, other))
                        .commit())
                .isEqualTo(first);
        assertThat(other.resolve("a")).hasContent("1");
        assertThat(refusal(repository(PullLimits.standard()).checkout(into, "2".repeat(40), temp.resolve("no"))))
                .isEqualTo(Refusal.REF_UNKNOWN);
    }

    @Test
    void leavesSubmodulesOutAndNamesThem() {
        source.file("a", "1").submodule("sub").commit("refs/heads/main");
        assertThat(pulled(pull("main")).submodules()).containsExactly("sub");
        assertThat(into.resolve("sub")).doesNotExist();
    }

    @Test
    void runsNoHookAndNoFilter() throws IOException {
        Path proof = temp.resolve("proof");
        source.file(".gitattributes", "*.txt filter=evil text eol=crlf\n")
                .file("a.txt", "one\n")
                .commit("refs/heads/main");
        Path hook = Files.createDirectories(source.folder().resolve("hooks")).resolve("post-checkout");
        Files.writeString(hook, "#!/bin/sh\ntouch " + proof + "\n");
        Files.writeString(
                source.folder().resolve("config"),
                Files.readString(source.folder().resolve("config")) + "[filter \"evil\"]\n\tsmudge = touch " + proof
                        + "\n");

        pulled(pull("main"));

        assertThat(proof).doesNotExist();
        assertThat(into.resolve("a.txt")).hasBinaryContent("one\n".getBytes());
    }

    @Test
    void writesALinkToAFileOfTheDesign() throws IOException {
        source.file("a", "1").entry("b", FileMode.SYMLINK, "a").commit("refs/heads/main");
        pulled(pull("main"));
        assertThat(Files.readSymbolicLink(into.resolve("b"))).hasToString("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../source.git/config", ".git/config", "..", ".", "nowhere", "parts", ""})
    void refusesALinkToAnythingElse(String target) throws IOException {
        source.file("a", "1")
                .folder("parts", "hook.stl", "solid\n")
                .entry("b", FileMode.SYMLINK, target)
                .commit("refs/heads/main");
        assertThat(refusal(pull("main"))).isEqualTo(Refusal.TREE_UNSAFE);
        nothingIsLeftBehind();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "line\nfeed"})
    void refusesANameThatIsNotPlain(String name) throws IOException {
        source.file(name, "1").commit("refs/heads/main");
        assertThat(refusal(pull("main"))).isEqualTo(Refusal.TREE_UNSAFE);
        nothingIsLeftBehind();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".git", ".GIT", "git~1"})
    void aTreeThatGitForbidsDoesNotArrive(String name) throws IOException {
        source.file(name, "1").commit("refs/heads/main");
        assertThatThrownBy(() -> pull("main")).isInstanceOf(RepositoryUnreachable.class);
        nothingIsLeftBehind();
    }

    @Test
    void refusesNamesThatDifferInCaseOnly() {
        source.file("README.md", "1").file("readme.md", "2").commit("refs/heads/main");
        assertThat(refusal(pull("main"))).isEqualTo(Refusal.TREE_UNSAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x",
                "git://example.org/x",
                "ssh://git@example.org/x",
                "git@example.org:x",
                "ext::sh -c touch% /tmp/x",
                "--upload-pack=touch",
                "-",
                "",
                "https://user:secret@example.org/x",
                "https://example.org/x#y",
                "https://example.org/x?y",
                "https:///x",
                "ftp://example.org/x",
                "https://example.org/\nx",
                "example.org/x",
                "../source.git",
                "file://host/x",
                "https://[::ffff:127.0.0.1]/x"
            })
    void refusesEveryAddressThatIsNotPlainHttps(String address) throws IOException {
        PullResult result = repository(PullLimits.standard()).pull(address, "HEAD", into);
        assertThat(refusal(result)).isEqualTo(Refusal.ADDRESS_REFUSED);
        nothingIsLeftBehind();
    }

    @Test
    void refusesFoldersOfThisMachineUnlessThatIsAllowed() {
        source.file("a", "1").commit("refs/heads/main");
        DesignRepository strict = new DesignRepository(PullLimits.standard(), false, Clock.systemUTC());
        for (String address : new String[] {
            source.folder().toString(), source.folder().toUri().toString()
        }) {
            assertThat(refusal(strict.pull(address, "main", into))).isEqualTo(Refusal.ADDRESS_REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x.git",
                "https://localhost/x.git",
                "https://[::1]/x.git",
                "https://10.0.0.1/x",
                "https://169.254.169.254/latest"
            })
    void doesNotLookIntoPrivateNetworks(String address) throws IOException {
        PullResult result = repository(PullLimits.standard()).pull(address, "HEAD", into);
        assertThat(refusal(result)).isEqualTo(Refusal.HOST_REFUSED);
        nothingIsLeftBehind();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--upload-pack=x", "a..b", "a b", "", "refs/../x", "a~1", "@{1}"})
    void refusesARefThatNoneCanBe(String ref) {
        source.file("a", "1").commit("refs/heads/main");
        assertThat(refusal(pull(ref))).isEqualTo(Refusal.REF_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "2222222222222222222222222222222222222222"})
    void saysThatARefIsUnknown(String ref) throws IOException {
        source.file("a", "1").commit("refs/heads/main");
        assertThat(refusal(pull(ref))).isEqualTo(Refusal.REF_UNKNOWN);
        nothingIsLeftBehind();
    }

    @Test
    void writesIntoAnEmptyFolderOnly() throws IOException {
        source.file("a", "1").commit("refs/heads/main");
        Files.createDirectory(into);
        pulled(pull("main"));
        assertThat(refusal(pull("main"))).isEqualTo(Refusal.FOLDER_NOT_EMPTY);
        assertThat(into.resolve("a")).hasContent("1");
    }

    @Test
    void aRepositoryThatIsNotThereIsUnreachable() throws IOException {
        assertThatThrownBy(() -> repository(PullLimits.standard())
                        .pull(temp.resolve("nowhere").toString(), "HEAD", into))
                .isInstanceOf(RepositoryUnreachable.class)
                .hasMessageContaining("nowhere");
        nothingIsLeftBehind();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000000, 10, 100, 1000, 8",
        "100, 20, 10, 100, 1000, 8",
        "100, 1000000, 1, 100, 1000, 8",
        "100, 1000000, 10, 4, 1000, 8",
        "100, 1000000, 10, 100, 9, 8",
        "100, 1000000, 10, 100, 1000, 0"
    })
    void keepsToEachLimit(int objects, long store, int files, long fileBytes, long total, int depth)
            throws IOException {
        source.file("a", "12345").folder("parts", "b", "12345").commit("refs/heads/main");
        PullLimits limits = new PullLimits(
                objects,
                store,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                new FolderLimits(files, fileBytes, total, depth));
        assertThat(refusal(pull(limits, "main"))).isEqualTo(Refusal.OVER_LIMIT);
        nothingIsLeftBehind();
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws IOException {
        source.file("a", "1").commit("refs/heads/main");
        DesignRepository late = new DesignRepository(PullLimits.standard(), true, new LeapingClock());
        assertThat(refusal(late.pull(source.folder().toString(), "main", into))).isEqualTo(Refusal.OVER_LIMIT);
        nothingIsLeftBehind();
    }

    @Test
    void countsCommitsByAuthorAndLeavesMergesOut() {
        String side = source.by(LocalRepository.person("Dmitri", "dmitri@example.org", 1000))
                .file("a", "1")
                .commit("refs/heads/side");
        source.by(LocalRepository.person("dina", "Dina@example.org", 2000))
                .file("a", "2")
                .commit("refs/heads/main");
        source.by(LocalRepository.person("Dina Martin", "dina@example.org", 3000))
                .file("a", "3")
                .commit("refs/heads/main");
        String merge = source.mergedWith(side)
                .by(LocalRepository.person("Odile", "odile@example.org", 4000))
                .commit("refs/heads/main");
        pulled(pull("main"));

        assertThat(GitHistory.contributors(into, merge))
                .containsExactly(
                        new GitContributor(
                                "Dina Martin",
                                "dina@example.org",
                                2,
                                Instant.ofEpochSecond(2000),
                                Instant.ofEpochSecond(3000)),
                        new GitContributor(
                                "Dmitri",
                                "dmitri@example.org",
                                1,
                                Instant.ofEpochSecond(1000),
                                Instant.ofEpochSecond(1000)));
    }

    /** Every look at it is an hour later. */
    private static final class LeapingClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofHours(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
