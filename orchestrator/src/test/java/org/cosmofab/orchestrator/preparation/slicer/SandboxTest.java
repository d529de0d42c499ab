package org.cosmofab.orchestrator.preparation.slicer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.testing.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    static Stream<Sandbox> sandboxes() {
        return Stream.of(Sandbox.find(), Sandbox.limitsOnly()).distinct();
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void runsInItsFolderAndTellsHowItEnded(Sandbox sandbox) throws Exception {
        Files.writeString(folder.resolve("in"), "content");
        Sandbox.Finished finished = run(sandbox, LONG, "cat in; cp in out; echo said >&2; exit 3");
        assertThat(finished.status()).isEqualTo(3);
        assertThat(finished.timedOut()).isFalse();
        assertThat(finished.output()).contains("content").contains("said");
        assertThat(folder.resolve("out")).hasContent("content");
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void endsWhatTakesTooLongWithAllItsChildren(Sandbox sandbox) throws Exception {
        String mark = mark();
        Sandbox.Finished finished =
                run(sandbox, Duration.ofSeconds(2), "(sleep " + mark + "& sleep " + mark + ")& sleep " + mark);
        assertThat(finished.timedOut()).isTrue();
        Wait.until("the children are gone", () -> living(mark) == 0);
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void leavesNoChildBehindWhenItEndsByItself(Sandbox sandbox) throws Exception {
        String mark = mark();
        Sandbox.Finished finished = run(sandbox, LONG, "sleep " + mark + " & exit 0");
        assertThat(finished.status()).isZero();
        Wait.until("the child is gone", () -> living(mark) == 0);
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void deniesMoreMemoryThanItsLimit(Sandbox sandbox) throws Exception {
        assumeTrue(Sandbox.onPath("prlimit").isPresent());
        Sandbox.Finished finished = run(sandbox, LONG, "dd if=/dev/zero of=/dev/null bs=5G count=1");
        assertThat(finished.status()).isNotZero();
        assertThat(finished.timedOut()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void deniesLargerFilesThanItsLimit(Sandbox sandbox) throws Exception {
        assumeTrue(Sandbox.onPath("prlimit").isPresent());
        run(sandbox, LONG, "truncate -s 600000000 large");
        assertThat(folder.resolve("large"))
                .satisfies(file -> assertThat(Files.size(file)).isZero());
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void tellsOnlyTheEndOfALongOutput(Sandbox sandbox) throws Exception {
        Sandbox.Finished finished = run(sandbox, LONG, "seq 1 200000");
        assertThat(finished.output().lines()).containsExactly("199996", "199997", "199998", "199999", "200000");
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void handsNoEnvironmentOn(Sandbox sandbox) throws Exception {
        assertThat(run(sandbox, LONG, "env | cut -d= -f1 | sort | tr '\\n' ' '").output())
                .matches("(HOME |OLDPWD |PATH |PWD |SHLVL |_ )+");
    }

    @Test
    void showsNothingOfTheSystemBehindAFence() throws Exception {
        Sandbox sandbox = Sandbox.find();
        assumeTrue(sandbox.isFenced(), "this system denies the fence");
        Path secret = Files.writeString(Files.createTempFile("cosmofab-secret", ".txt"), "secret");
        try {
            for (String path : List.of(
                    secret.toString(),
                    "/etc/passwd",
                    System.getProperty("user.home"),
                    "/proc/1/root/etc/passwd",
                    Path.of("").toAbsolutePath().toString())) {
                Sandbox.Finished finished = run(sandbox, LONG, "cat '" + path + "' || ls '" + path + "'");
                assertThat(finished.status()).as(path).isNotZero();
                assertThat(finished.output()).as(path).doesNotContain("root:x").doesNotContain("secret\n");
            }
            assertThat(run(sandbox, LONG, "echo x > /usr/bin/cosmofab-was-here").status())
                    .isNotZero();
            // What it writes elsewhere is its own, and gone with it.
            run(sandbox, LONG, "mkdir -p /var; echo x > /var/cosmofab-was-here; echo x > /tmp/cosmofab-was-here");
            assertThat(Path.of("/var/cosmofab-was-here")).doesNotExist();
            assertThat(Path.of("/tmp/cosmofab-was-here")).doesNotExist();
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void reachesNoNetworkBehindAFence() throws Exception {
        Sandbox sandbox = Sandbox.find();
        assumeTrue(sandbox.isFenced(), "this system denies the fence");
        // Only the loopback of its own is there.
        assertThat(run(sandbox, LONG, "tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '")
                        .output())
                .isEqualTo("lo");
    }

    @Test
    void saysWhatKeepsAProgramIn() {
        assertThat(Sandbox.limitsOnly().isFenced()).isFalse();
        assertThat(Sandbox.limitsOnly().inWords())
                .isIn("limits only: this system denies the fence", "a time limit only");
    }

    private Sandbox.Finished run(Sandbox sandbox, Duration timeout, String script) throws Exception {
        return sandbox.run(folder, timeout, List.of("sh", "-c", script));
    }

    /** A number of seconds that no other process sleeps. */
    private static String mark() {
        return "1000." + Math.abs(System.nanoTime() % 1_000_000_000);
    }

    private static long living(String mark) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(path -> commandLine(path).contains(mark)).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
