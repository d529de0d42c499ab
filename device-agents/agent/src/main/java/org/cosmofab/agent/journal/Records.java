package org.cosmofab.agent.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The form of a record log: per record eight hexadecimal digits of CRC-32, a blank, the payload, a line feed.
 *
 * @param payloads of the whole records
 * @param length of the whole records, in bytes
 */
record Records(List<byte[]> payloads, long length) {
    private static final int HEADER = 9;

    static byte[] frame(byte[] payload) {
        byte[] header = (checksum(payload) + " ").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(header.length + payload.length + 1)
                .put(header)
                .put(payload)
                .put((byte) '\n')
                .array();
    }

    static Records parse(String file, byte[] bytes) {
        List<byte[]> payloads = new ArrayList<>();
        int position = 0;
        byte @Nullable [] payload;
        while ((payload = wholeRecord(bytes, position)) != null) {
            payloads.add(payload);
            position += HEADER + payload.length + 1;
        }
        requireNothingWholeAfter(file, bytes, position);
        return new Records(payloads, position);
    }

    /** A record is synced before the next one is written, so a torn one can only be the last. */
    private static void requireNothingWholeAfter(String file, byte[] bytes, int torn) {
        for (int next = lineEnd(bytes, torn) + 1; next > 0 && next < bytes.length; next = lineEnd(bytes, next) + 1) {
            if (wholeRecord(bytes, next) != null) {
                throw new JournalDamaged(file + " is damaged at byte " + torn
                        + ": whole records follow a broken one. Put a copy of the file back; without one, have a person"
                        + " look at every machine, move the file away and start again");
            }
        }
    }

    private static byte @Nullable [] wholeRecord(byte[] bytes, int from) {
        int end = lineEnd(bytes, from);
        if (end < from + HEADER) {
            return null;
        }
        byte[] payload = Arrays.copyOfRange(bytes, from + HEADER, end);
        String header = new String(bytes, from, HEADER, StandardCharsets.US_ASCII);
        return header.equals(checksum(payload) + " ") ? payload : null;
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    static String checksum(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
