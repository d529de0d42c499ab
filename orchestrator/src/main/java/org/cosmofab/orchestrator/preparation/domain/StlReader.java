package org.cosmofab.orchestrator.preparation.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads STL files, binary and ASCII, and measures them. Slicers accept much that is broken with status 0; what is wrong
 * is found here.
 */
public final class StlReader {
    private static final int HEADER_BYTES = 84;
    private static final int TRIANGLE_BYTES = 50;
    private static final int NORMAL_BYTES = 12;
    private static final int COUNT_OFFSET = 80;
    private static final int SNIFFED_BYTES = 1024;
    private static final int NUMBERS = 9;

    /** The file is not a readable mesh. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private StlReader() {}

    /**
     * Reads and measures a mesh.
     *
     * @throws Unreadable naming the byte or the line, and what is wrong with it
     */
    public static Mesh read(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable("the file is empty");
        }
        Triangles triangles = isBinary(file) ? binary(file) : new AsciiStl(file).read();
        if (triangles.size() == 0) {
            throw new Unreadable("the file has no triangle");
        }
        return triangles.measure();
    }

    /** ASCII files begin with "solid", but so do some binary ones: the length decides. */
    private static boolean isBinary(byte[] file) throws Unreadable {
        if (file.length >= HEADER_BYTES && file.length == HEADER_BYTES + TRIANGLE_BYTES * count(file)) {
            return true;
        }
        String start = new String(file, 0, Math.min(file.length, SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
        if (start.stripLeading().startsWith("<")) {
            throw new Unreadable("byte 0: this is a web page or another XML file");
        }
        if (start.startsWith("PK")) {
            throw new Unreadable("byte 0: this is an archive, such as 3MF");
        }
        return !start.startsWith("solid") || start.indexOf('\0') >= 0;
    }

    private static long count(byte[] file) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(COUNT_OFFSET));
    }

    private static Triangles binary(byte[] file) throws Unreadable {
        if (file.length < HEADER_BYTES) {
            throw new Unreadable("the file ends at byte " + file.length + ", inside its header of " + HEADER_BYTES);
        }
        long count = count(file);
        long expected = HEADER_BYTES + TRIANGLE_BYTES * count;
        if (expected != file.length) {
            throw new Unreadable("byte " + COUNT_OFFSET + ": the header promises " + count
                    + " triangles, which end at byte " + expected + ", but the file ends at byte " + file.length);
        }
        if (count > Triangles.MAX) {
            throw new Unreadable(Triangles.tooMany());
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Triangles triangles = new Triangles((int) count);
        for (int triangle = 0; triangle < count; triangle++) {
            int corners = HEADER_BYTES + triangle * TRIANGLE_BYTES + NORMAL_BYTES;
            for (int i = 0; i < NUMBERS; i++) {
                int at = corners + i * Float.BYTES;
                triangles.add(bytes.getFloat(at), "byte", at);
            }
        }
        return triangles;
    }
}
