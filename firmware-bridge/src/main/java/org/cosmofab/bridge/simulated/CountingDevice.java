package org.cosmofab.bridge.simulated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * A machine that takes no time for anything, so that a bench measures the host and the line alone. It checks numbers and
 * checksums, and that what is unacknowledged never exceeds the firmware's receive buffer.
 *
 * <p>It measures from a line with {@link #FIRST_MARK} to one with {@link #LAST_MARK}, by arrival at the machine.
 */
public final class CountingDevice {
    public static final String FIRST_MARK = "P0.0101";
    public static final String LAST_MARK = "P0.0102";
    /** Source: Grbl 1.1, serial.h, RX_BUFFER_SIZE; Marlin 2.1.2, Configuration_adv.h, a ring of 128 with one place free. */
    private static final int GRBL_BUFFER = 128;

    private static final int MARLIN_BUFFER = 127;
    private static final int LINE_MAX = 256;
    private static final byte RESET = 0x18;

    private final boolean marlin;
    private final @Nullable LinkModel model;
    private final StringBuilder line = new StringBuilder(LINE_MAX);
    private final StringBuilder answers = new StringBuilder();
    private int lastNumber;
    private int lines;
    private long bytes;
    private long firstAt;
    private long lastAt;
    private int faults;
    private boolean measuring;
    private volatile @Nullable Unacknowledged unacknowledged;

    /**
     * What one run came to.
     *
     * @param bytes that came, line ends included, without real-time bytes
     * @param faults wrong numbers and checksums
     */
    public record Count(int lines, long bytes, double seconds, int unacknowledgedMax, int bufferBytes, int faults) {
        public boolean isHonest() {
            return unacknowledgedMax <= bufferBytes && faults == 0;
        }
    }

    /** @param model of the line; none means as fast as it goes */
    public CountingDevice(boolean marlin, @Nullable LinkModel model) {
        this.marlin = marlin;
        this.model = model;
    }

    /** Answers until the wire is gone. */
    public void serve(Wire raw) {
        Unacknowledged watched = new Unacknowledged(raw, !marlin);
        unacknowledged = watched;
        byte[] buffer = new byte[4096];
        try (Wire wire = model == null ? watched : ModelledLink.over(watched, model)) {
            while (!Thread.currentThread().isInterrupted()) {
                int count = wire.read(buffer, Duration.ofMillis(200));
                String said = hear(buffer, count);
                if (!said.isEmpty()) {
                    wire.write(said.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (WireUnavailable e) {
            measuring = false;
        }
    }

    /** What was counted since the last call. */
    public synchronized Count takeCount() {
        Unacknowledged watched = unacknowledged;
        Count count = new Count(
                lines,
                bytes,
                (lastAt - firstAt) / 1e9,
                watched == null ? 0 : watched.takeMax(),
                marlin ? MARLIN_BUFFER : GRBL_BUFFER,
                faults);
        lines = 0;
        bytes = 0;
        faults = 0;
        return count;
    }

    private synchronized String hear(byte[] buffer, int count) {
        answers.setLength(0);
        for (int i = 0; i < count; i++) {
            byte b = buffer[i];
            if (!marlin && Unacknowledged.isRealTime(b)) {
                answers.append(b == '?' ? "<Idle|MPos:0.000,0.000,0.000|FS:0,0|WCO:0.000,0.000,0.000>\n" : "");
                answers.append(b == RESET ? "\nGrbl 1.1h ['$' for help]\n" : "");
            } else if (b == '\n') {
                whole(line.toString());
                line.setLength(0);
            } else if (line.length() < LINE_MAX) {
                line.append((char) (b & 0xFF));
            }
        }
        return answers.toString();
    }

    private void whole(String text) {
        boolean starts = text.contains(FIRST_MARK);
        if (measuring) {
            lines++;
            bytes += text.length() + 1;
        }
        if (starts || text.contains(LAST_MARK)) {
            mark(starts);
        }
        if (marlin) {
            marlin(text);
        } else {
            grbl(text);
        }
    }

    private void mark(boolean starts) {
        measuring = starts;
        lastAt = System.nanoTime();
        firstAt = starts ? lastAt : firstAt;
    }

    private void grbl(String text) {
        switch (text) {
            case "$I" -> answers.append("[VER:1.1h.20190825:]\n[OPT:V,15,128]\n");
            case "$$" -> answers.append("$10=1\n$32=0\n");
            case "$G" -> answers.append("[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]\n");
            default -> {}
        }
        answers.append("ok\n");
    }

    private void marlin(String text) {
        if (text.isEmpty()) {
            return;
        }
        String command = text;
        if (text.charAt(0) == 'N') {
            int star = text.lastIndexOf('*');
            int space = text.indexOf(' ');
            if (star < 0 || space < 0 || !isInOrder(text, space, star)) {
                faults++;
                answers.append("Error:Line Number is not Last Line Number+1, Last Line: ")
                        .append(lastNumber);
                answers.append("\nResend: ").append(lastNumber + 1).append("\nok\n");
                return;
            }
            command = text.substring(space + 1, star);
        }
        if (command.startsWith("M115")) {
            answers.append("FIRMWARE_NAME:Marlin 2.1.2 (counting) PROTOCOL_VERSION:1.0\nCap:AUTOREPORT_TEMP:1\n");
        }
        answers.append(command.equals("M105") ? "ok T:20.0 /0.0 B:20.0 /0.0\n" : "ok\n");
    }

    private boolean isInOrder(String text, int space, int star) {
        int checksum = 0;
        for (int i = 0; i < star; i++) {
            checksum ^= text.charAt(i);
        }
        int number = Integer.parseInt(text.substring(1, space));
        boolean restarts = text.startsWith("M110", space + 1);
        boolean right =
                checksum == Integer.parseInt(text.substring(star + 1)) && (restarts || number == lastNumber + 1);
        lastNumber = right ? number : lastNumber;
        return right;
    }
}
