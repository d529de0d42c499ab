package org.cosmofab.orchestrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's PostgreSQL, started for tests in a folder of its own. It refuses to run as root, so under root it runs as the
 * user {@code postgres} that the package brings.
 */
public final class Postgres implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    /** Its superuser, trusted without a password. */
    public static final String USER = "postgres";

    private final Path binaries;
    private final Path folder;
    private final int port = FreePort.next();

    private Postgres(Path binaries) {
        this.binaries = binaries;
        try {
            folder = Files.createTempDirectory("cosmofab-postgres");
            if (asRoot()) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the newest version's programs, if it is installed. */
    public static Optional<Path> binaries() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True under {@code CI=true} too: there a missing server is a fault, and starting it says so. */
    static boolean isInstalledOrMustBe() {
        return binaries().isPresent() || "true".equals(System.getenv("CI"));
    }

    /** Ends the test as skipped where the server is not installed. */
    public static void require() {
        Assumptions.assumeTrue(isInstalledOrMustBe(), "no PostgreSQL here: apt-get install postgresql");
    }

    /** Listens when this returns. */
    public static Postgres start() {
        Postgres postgres = new Postgres(binaries()
                .orElseThrow(
                        () -> new AssertionError("no PostgreSQL under " + VERSIONS + ": apt-get install postgresql")));
        postgres.run(
                "initdb", "--auth=trust", "--username=" + USER, "--encoding=UTF8", "--no-sync", "-D", data(postgres));
        postgres.run(
                "pg_ctl",
                "start",
                "--wait",
                "-D",
                data(postgres),
                "-l",
                postgres.folder.resolve("log").toString(),
                "-o",
                "-c fsync=off -c listen_addresses=127.0.0.1 -p " + postgres.port + " -k " + postgres.folder);
        return postgres;
    }

    /** The JDBC address of the server: the name of a database is to follow. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "--wait", "-m", "immediate", "-D", data(this));
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String data(Postgres postgres) {
        return postgres.folder.resolve("data").toString();
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            folder.resolveSibling(folder.getFileName() + ".out").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("failed: " + command + "\n"
                        + Files.readString(folder.resolveSibling(folder.getFileName() + ".out")));
            }
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
