package org.cosmofab.bridge.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a line journal says, whatever became of its writer.
 *
 * @param position the latest that is whole
 */
public record LineRecord(JournalHeading heading, LinePosition position) {

    /** Reads a file; empty if it is no journal or nothing of its heading survived: then no line was sent. */
    public static Optional<LineRecord> read(Path file) {
        try {
            return parse(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new JournalUnavailable("cannot read " + file, e);
        }
    }

    /** Reads the bytes of a file. */
    public static Optional<LineRecord> parse(ByteBuffer bytes) {
        return bytes.capacity() < Slots.FILE_BYTES
                ? Optional.empty()
                : Slots.heading(bytes)
                        .map(heading -> new LineRecord(
                                heading,
                                Slots.latest(bytes, Slots.salt(heading)).orElse(LinePosition.START)));
    }
}
