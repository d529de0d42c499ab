package org.cosmofab.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An append-only file of records, each whole or absent: what {@link #append} has returned from survives power loss.
 *
 * <p>Each record is a line with its checksum, so a person can read the file. What follows the last whole record was
 * never promised to anybody (the power went while it was written) and is cut off. Not thread-safe.
 */
final class RecordLog implements AutoCloseable {
    private final Path file;
    private FileChannel channel;
    private long length;

    private RecordLog(Path file, FileChannel channel, long length) {
        this.file = file;
        this.channel = channel;
        this.length = length;
    }

    /** A log and what was in it. */
    record Opened(RecordLog log, List<byte[]> records, long bytesCutOff) {}

    /**
     * Opens or makes the file.
     *
     * @throws JournalDamaged if a record that is not the last one is not what was written
     */
    static Opened open(Path file) {
        try {
            boolean isNew = Files.notExists(file);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (isNew) {
                syncDirectory(file);
            }
            Records records = Records.parse(file, Files.readAllBytes(file));
            long cutOff = channel.size() - records.length();
            if (cutOff > 0) {
                channel.truncate(records.length());
                channel.force(true);
            }
            return new Opened(new RecordLog(file, channel, records.length()), records.payloads(), cutOff);
        } catch (IOException e) {
            throw new DiskUnavailable("cannot open " + file, e);
        }
    }

    /**
     * Adds a record; it is on the disk when this returns.
     *
     * @param payload text without line ends
     * @throws DiskUnavailable if it is not on the disk; then it is as if it had never been tried
     */
    void append(byte[] payload) {
        try {
            // A failed write may have left something behind the last whole record.
            channel.truncate(length);
            byte[] frame = Records.frame(payload);
            writeFully(channel, frame, length);
            channel.force(false);
            length += frame.length;
        } catch (IOException e) {
            throw new DiskUnavailable("cannot write to " + file, e);
        }
    }

    /** Replaces all records by one, in one step: after a power loss there are the old ones or the new one. */
    void replaceAll(byte[] payload) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        byte[] frame = Records.frame(payload);
        try {
            FileChannel fresh = FileChannel.open(
                    next,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                writeFully(fresh, frame, 0);
                fresh.force(true);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                fresh.close();
                throw e;
            }
            FileChannel old = channel;
            channel = fresh;
            length = frame.length;
            old.close();
            syncDirectory(file);
        } catch (IOException e) {
            throw new DiskUnavailable("cannot rewrite " + file, e);
        }
    }

    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void writeFully(FileChannel channel, byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    /** A new name in a directory survives power loss only once the directory is synced too. */
    private static void syncDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
