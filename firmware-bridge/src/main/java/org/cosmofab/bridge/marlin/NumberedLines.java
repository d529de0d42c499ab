package org.cosmofab.bridge.marlin;

import java.nio.charset.StandardCharsets;

/**
 * Numbers lines and keeps the last ones, in case the firmware asks for them again. Thread-safe: a stop from another
 * thread takes a number, too.
 */
final class NumberedLines {
    /** Far more than ever can be in flight. */
    private static final int HELD_MAX = 100;

    private final String[] held = new String[HELD_MAX];
    private int last;

    /** Starts again at 0; the line that tells the firmware so is held as number 0. */
    synchronized int restart() {
        last = 0;
        held[0] = "M110 N0";
        return 0;
    }

    /** Takes the next number for a command. */
    synchronized int add(String command) {
        last++;
        held[last % HELD_MAX] = command;
        return last;
    }

    synchronized boolean holds(int number) {
        return number >= 0 && number <= last && number > last - HELD_MAX;
    }

    synchronized String command(int number) {
        return held[number % HELD_MAX];
    }

    /**
     * The bytes for the wire, with line end.
     *
     * <p>Source: Marlin 2.1.2, queue.cpp: the checksum is the exclusive or of every byte before the asterisk.
     */
    byte[] frame(int number) {
        String numbered = "N" + number + " " + command(number);
        int checksum = 0;
        for (byte b : numbered.getBytes(StandardCharsets.US_ASCII)) {
            checksum ^= b;
        }
        return (numbered + "*" + (checksum & 0xFF) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
