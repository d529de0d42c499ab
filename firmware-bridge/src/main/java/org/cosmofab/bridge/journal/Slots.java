package org.cosmofab.bridge.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The form of a line journal: a page with the heading, then three pages with two slots each. A slot is eight numbers of
 * eight bytes, the last of which is the check of the others; it lies within one sector.
 */
final class Slots {
    static final int PAGE_BYTES = 4096;
    static final int PAGES = 3;
    static final int FILE_BYTES = PAGE_BYTES * (1 + PAGES);

    private static final int SLOTS_PER_PAGE = 2;
    private static final int SECTOR_BYTES = 512;
    private static final int CHECK_AT = 56;
    private static final int HEADING_AT = 16;

    private Slots() {}

    static void writeHeading(ByteBuffer bytes, JournalHeading heading) {
        byte[] text = heading.text().getBytes(StandardCharsets.US_ASCII);
        bytes.putLong(0, checksum(text));
        bytes.putLong(8, text.length);
        for (int i = 0; i < text.length; i++) {
            bytes.put(HEADING_AT + i, text[i]);
        }
    }

    static Optional<JournalHeading> heading(ByteBuffer bytes) {
        long length = bytes.getLong(8);
        if (length <= 0 || length > PAGE_BYTES - HEADING_AT) {
            return Optional.empty();
        }
        byte[] text = new byte[(int) length];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes.get(HEADING_AT + i);
        }
        return checksum(text) == bytes.getLong(0)
                ? JournalHeading.parse(new String(text, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    /** What makes the slots of one journal worthless in another, and a slot of zeros worthless everywhere. */
    static long salt(JournalHeading heading) {
        return checksum(heading.text().getBytes(StandardCharsets.US_ASCII)) | 1L << 62;
    }

    /** Puts a position into a slot; the numbers are given one by one because this is done for every line. */
    static void put(ByteBuffer bytes, int at, long salt, long[] numbers) {
        long check = salt;
        for (int i = 0; i < numbers.length; i++) {
            bytes.putLong(at + i * Long.BYTES, numbers[i]);
            check = mixed(check, numbers[i]);
        }
        bytes.putLong(at + CHECK_AT, check);
    }

    /** Where a slot begins; page and slot count from 0. */
    static int place(int page, int slot) {
        return PAGE_BYTES * (1 + page) + SECTOR_BYTES * slot;
    }

    /** The youngest slot that is whole. */
    static Optional<LinePosition> latest(ByteBuffer bytes, long salt) {
        long youngest = 0;
        int found = -1;
        for (int i = 0; i < PAGES * SLOTS_PER_PAGE; i++) {
            int at = place(i / SLOTS_PER_PAGE, i % SLOTS_PER_PAGE);
            if (isWhole(bytes, at, salt) && bytes.getLong(at) > youngest) {
                youngest = bytes.getLong(at);
                found = at;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(position(bytes, found));
    }

    private static boolean isWhole(ByteBuffer bytes, int at, long salt) {
        long check = salt;
        for (int i = 0; i < CHECK_AT; i += Long.BYTES) {
            check = mixed(check, bytes.getLong(at + i));
        }
        return check == bytes.getLong(at + CHECK_AT);
    }

    private static LinePosition position(ByteBuffer bytes, int at) {
        return new LinePosition(
                (int) bytes.getLong(at + 8),
                (int) bytes.getLong(at + 16),
                (int) bytes.getLong(at + 24),
                Double.longBitsToDouble(bytes.getLong(at + 40)),
                Double.longBitsToDouble(bytes.getLong(at + 48)),
                LinePosition.instant(bytes.getLong(at + 32)));
    }

    /** Source: the finaliser of SplitMix64, Steele and others 2014. */
    private static long mixed(long check, long number) {
        long z = check * 31 + number + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private static long checksum(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return crc.getValue();
    }
}
