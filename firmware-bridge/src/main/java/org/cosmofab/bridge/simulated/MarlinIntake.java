package org.cosmofab.bridge.simulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.bridge.simulated.Fault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How Marlin makes commands of bytes: lines, numbers, checksums, requests to send again. Not thread-safe.
 *
 * <p>Source: Marlin 2.1.2, queue.cpp, get_serial_commands and process_stream_char.
 */
final class MarlinIntake {
    private static final int BUFSIZE = 4;
    private static final int MAX_CMD_SIZE = 96;
    private static final int RX_BUFFER_SIZE = 128;
    private static final Pattern NUMBERED = Pattern.compile("N(-?\\d{1,9})\\s*(.*)");
    private static final Pattern SECOND_NUMBER = Pattern.compile(".*\\bM110\\s+N(\\d{1,9})\\b.*");
    private static final Pattern CHECKSUM = Pattern.compile("\\*(\\d{1,3})\\s*$");

    /** A command in the queue, and what goes wrong with it. */
    record Command(String text, @Nullable Fault fault) {}

    /** What the firmware does besides queueing. */
    interface Owner {
        void say(String text);

        /** Something goes wrong on receipt of a line; true if the line is lost by it. */
        boolean struck(Fault fault);

        /** A command that is acted on as it is read: M108, M112 or M410. */
        void urgent(String code);
    }

    private final ByteRing ring = new ByteRing(RX_BUFFER_SIZE);
    private final Deque<Command> queue = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private final Faults faults;
    private final Owner owner;
    private boolean inComment;
    private long lastNumber;

    MarlinIntake(Faults faults, Owner owner) {
        this.faults = faults;
        this.owner = owner;
    }

    void put(byte b) {
        ring.put(b);
    }

    boolean isFull() {
        return ring.free() == 0;
    }

    void clear() {
        ring.clear();
        queue.clear();
        line.setLength(0);
        inComment = false;
        lastNumber = 0;
    }

    void countFrom(long number) {
        lastNumber = number;
    }

    @Nullable
    Command next() {
        return queue.poll();
    }

    /**
     * Reads as much as the queue has room for.
     *
     * @param inHand commands that are being executed and still hold their place
     */
    void read(int inHand) {
        while (!ring.isEmpty() && queue.size() + inHand < BUFSIZE) {
            take((char) (ring.take() & 0xFF));
        }
    }

    private void take(char c) {
        if (c == '\n' || c == '\r') {
            endLine();
        } else if (c == ';') {
            inComment = true;
        } else if (!inComment && line.length() < MAX_CMD_SIZE - 1) {
            line.append(c);
        }
    }

    private void endLine() {
        String text = line.toString().strip();
        line.setLength(0);
        inComment = false;
        if (!text.isEmpty()) {
            receive(text);
        }
    }

    private void receive(String text) {
        Optional<Fault> strike = faults.strike(text);
        if (strike.isPresent() && owner.struck(strike.get())) {
            return;
        }
        @Nullable Fault fault = strike.orElse(null);
        String heard = fault == null ? text : damaged(text, fault.kind());
        Matcher numbered = NUMBERED.matcher(heard);
        if (!numbered.matches()) {
            acceptUnnumbered(heard, fault);
        } else if (isInOrder(heard, Long.parseLong(numbered.group(1)), fault)) {
            queue.add(new Command(
                    CHECKSUM.matcher(numbered.group(2)).replaceFirst("").strip(), fault));
        }
    }

    private static String damaged(String text, Kind kind) {
        return switch (kind) {
            case CORRUPT_LINE, RESEND_WITHOUT_OK, RESEND_TWICE -> {
                int at = text.lastIndexOf('*') > 0 ? text.lastIndexOf('*') - 1 : text.length() - 1;
                yield text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
            }
            case CORRUPT_NUMBER -> {
                Matcher numbered = NUMBERED.matcher(text);
                yield numbered.matches()
                        ? "N" + (Long.parseLong(numbered.group(1)) - 1) + " " + numbered.group(2)
                        : text;
            }
            case LOSE_NUMBER -> text.replaceAll("^N-?\\d+ ?|\\*\\d+$", "");
            default -> text;
        };
    }

    private boolean isInOrder(String text, long number, @Nullable Fault fault) {
        Matcher second = SECOND_NUMBER.matcher(text);
        boolean restarts = text.contains("M110");
        long counted = second.matches() ? Long.parseLong(second.group(1)) : number;
        if (!restarts && number != lastNumber + 1) {
            // The silent drop: a number that was just seen gets no answer at all.
            if (number != lastNumber && number != lastNumber - 1) {
                askAgain("Line Number is not Last Line Number+1", fault);
            }
            return false;
        }
        Matcher checksum = CHECKSUM.matcher(text);
        if (!checksum.find()) {
            askAgain("No Checksum with line number", fault);
            return false;
        }
        if (Integer.parseInt(checksum.group(1)) != xor(text, checksum.start())) {
            askAgain("checksum mismatch", fault);
            return false;
        }
        lastNumber = counted;
        return true;
    }

    private static int xor(String text, int end) {
        int sum = 0;
        for (int i = 0; i < end; i++) {
            sum ^= text.charAt(i);
        }
        return sum & 0xFF;
    }

    private void askAgain(String why, @Nullable Fault fault) {
        ring.clear();
        line.setLength(0);
        String request = "Resend: " + (lastNumber + 1) + "\n";
        Kind kind = fault == null ? Kind.CORRUPT_LINE : fault.kind();
        owner.say("Error:" + why + ", Last Line: " + lastNumber + "\n" + request);
        if (kind == Kind.RESEND_TWICE) {
            owner.say("ok\n" + request);
        }
        if (kind != Kind.RESEND_WITHOUT_OK) {
            owner.say("ok\n");
        }
    }

    private void acceptUnnumbered(String text, @Nullable Fault fault) {
        // Without an emergency parser these are seen only here, and only without a number before them.
        if (text.equals("M108") || text.equals("M112") || text.equals("M410")) {
            owner.urgent(text);
        }
        queue.add(new Command(text, fault));
    }
}
