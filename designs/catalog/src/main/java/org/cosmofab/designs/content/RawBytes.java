package org.cosmofab.designs.content;

import java.util.Arrays;

/** The bytes of a file exactly as they were found, and their hash. */
public final class RawBytes {

    private final byte[] bytes;
    private final ContentHash sha256;

    public RawBytes(byte[] bytes) {
        this.bytes = bytes.clone();
        this.sha256 = ContentHash.of(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public ContentHash sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawBytes raw && Arrays.equals(bytes, raw.bytes);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return bytes.length + " bytes, " + sha256;
    }
}
