package org.cosmofab.agent.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The one place where an agent writes, held by one process at a time. */
public final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DataDirectory.class.getName());

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory if needed and locks it; the lock goes with the process, however it ends.
     *
     * @throws DataDirectoryTaken if another agent holds it
     * @throws DiskUnavailable if it cannot be made or written
     */
    public static DataDirectory claim(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel file =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file) == null) {
                file.close();
                throw new DataDirectoryTaken(path);
            }
            return new DataDirectory(path, file);
        } catch (IOException e) {
            throw new DiskUnavailable("cannot use the data directory " + path, e);
        }
    }

    Path journal() {
        return path.resolve("journal");
    }

    /** Where the line journals of attempts are. */
    public static Path lines(Path data) {
        return data.resolve("lines");
    }

    Path lines() {
        return lines(path);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the lock of " + path + " could not be given back", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
