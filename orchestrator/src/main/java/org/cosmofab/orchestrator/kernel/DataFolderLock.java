package org.cosmofab.orchestrator.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second orchestrator off a data folder; the system lets go of it however the process ends. */
public final class DataFolderLock implements AutoCloseable {
    private final FileChannel channel;

    /**
     * @throws IllegalStateException if another process holds the folder
     */
    public DataFolderLock(Path folder) {
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be written", e);
        }
        if (!locked()) {
            close();
            throw new IllegalStateException(
                    "another orchestrator works on " + folder.toAbsolutePath().normalize()
                            + "; stop it, or give this one another folder (--data, COSMOFAB_DATA)");
        }
    }

    private boolean locked() {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("the data folder cannot be locked", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
