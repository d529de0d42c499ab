package org.cosmofab.designs.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Cancels a fetch that grows over a limit. */
final class PullWatch extends EmptyProgressMonitor {

    /** The name by which JGit announces how many objects come. */
    private static final String RECEIVING = "Receiving objects";

    private static final int UPDATES_BETWEEN_LOOKS = 200;

    private final PullLimits limits;
    private final Path store;
    private final Clock clock;
    private final Instant end;
    private int updates;
    private String broken = "";

    PullWatch(PullLimits limits, Path store, Clock clock) {
        this.limits = limits;
        this.store = store;
        this.clock = clock;
        this.end = clock.instant().plus(limits.timeMax());
    }

    /** Which limit was broken; empty if none was. */
    String broken() {
        return broken;
    }

    @Override
    public void beginTask(String title, int totalWork) {
        if (title.startsWith(RECEIVING) && totalWork > limits.objectsMax()) {
            broken = "the history has " + totalWork + " objects, more than " + limits.objectsMax();
        }
    }

    @Override
    public void update(int completed) {
        updates++;
        if (updates % UPDATES_BETWEEN_LOOKS == 0) {
            look();
        }
    }

    @Override
    public boolean isCancelled() {
        if (broken.isEmpty() && clock.instant().isAfter(end)) {
            broken = "the pull takes longer than " + limits.timeMax().toSeconds() + " s";
        }
        return !broken.isEmpty();
    }

    /** Measures what has arrived. */
    void look() {
        long bytes = bytes();
        if (bytes > limits.storeBytesMax()) {
            broken = "the history has more than " + limits.storeBytesMax() + " bytes";
        }
    }

    private long bytes() {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile).mapToLong(PullWatch::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure " + store, e);
        }
    }

    /** A temporary file may have gone since it was listed. */
    private static long size(Path file) {
        return file.toFile().length();
    }
}
