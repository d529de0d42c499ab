package org.cosmofab.agent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An append-only file of records, each whole or absent: what {@link #append} has returned from survives power loss.
 *
 * <p>Each record is a line with its checksum, so a person can read the file. What follows the last whole record was
 * never promised to anybody (the power went while it was written) and is cut off. Not thread-safe.
 */
final class RecordLog implements AutoCloseable {
    private final LogFile file;
    private long length;

    private RecordLog(LogFile file, long length) {
        this.file = file;
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
            return open(DiskFile.open(file));
        } catch (IOException e) {
            throw new DiskUnavailable("cannot open " + file, e);
        }
    }

    static Opened open(LogFile file) {
        try {
            byte[] bytes = file.read();
            Records records = Records.parse(file.toString(), bytes);
            long cutOff = bytes.length - records.length();
            if (cutOff > 0) {
                file.truncate(records.length());
            }
            // An earlier process may have ended between writing and forcing: what is believed now must last.
            file.force();
            return new Opened(new RecordLog(file, records.length()), records.payloads(), cutOff);
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
            file.truncate(length);
            byte[] frame = Records.frame(payload);
            file.write(frame, length);
            file.force();
            length += frame.length;
        } catch (IOException e) {
            throw new DiskUnavailable("cannot write to " + file, e);
        }
    }

    /** Replaces all records by one, in one step: after a power loss there are the old ones or the new one. */
    void replaceAll(byte[] payload) {
        byte[] frame = Records.frame(payload);
        try {
            file.replace(frame);
            length = frame.length;
        } catch (IOException e) {
            throw new DiskUnavailable("cannot rewrite " + file, e);
        }
    }

    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
