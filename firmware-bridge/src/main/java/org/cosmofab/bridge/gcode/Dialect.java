package org.cosmofab.bridge.gcode;

/** The reading of G-code that a family of firmwares shares. */
public enum Dialect {
    /**
     * Marlin and its kin: one command a line.
     *
     * <p>Source: Marlin 2.1.2, Configuration_adv.h, MAX_CMD_SIZE 96, of which the line number takes up to nine bytes,
     * the checksum four and the terminator one; what is longer is cut without a word.
     */
    MARLIN(80),

    /**
     * Grbl 1.1 and its kin: modal blocks of several commands.
     *
     * <p>Source: Grbl 1.1, protocol.h, LINE_BUFFER_SIZE 80 with the terminator.
     */
    GRBL(79);

    private final int payloadBytesMax;

    Dialect(int payloadBytesMax) {
        this.payloadBytesMax = payloadBytesMax;
    }

    /** Longest line a program may have, in bytes, without line number, checksum and line end. */
    public int payloadBytesMax() {
        return payloadBytesMax;
    }
}
