package org.cosmofab.bridge.marlin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.cosmofab.bridge.streaming.Inbox;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.LineLink;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a Marlin firmware, one command at a time. Not thread-safe: one thread asks, any thread may hear.
 */
final class MarlinDialogue {
    /** Source: OctoPrint's list of long-running commands, and those that wait for a person. */
    private static final Set<String> LONG = Set.of(
            "G4", "G28", "G29", "G30", "G32", "M0", "M1", "M109", "M190", "M191", "M226", "M303", "M400", "M600");

    private static final Set<String> HEATING = Set.of("M109", "M190", "M191", "M303");

    private final LineLink link;
    private final MarlinBoard board;
    private final MarlinTiming timing;
    private final Ticker ticker;
    private final Inbox<MarlinReply> inbox;
    private final NumberedLines lines = new NumberedLines();
    private final AtomicInteger straysExpected = new AtomicInteger();
    private Runnable noted = () -> {};

    MarlinDialogue(LineLink link, MarlinBoard board, MarlinTiming timing, Ticker ticker, Inbox<MarlinReply> inbox) {
        this.link = link;
        this.board = board;
        this.timing = timing;
        this.ticker = ticker;
        this.inbox = inbox;
    }

    /** What to do whenever the machine has told something of itself while a command is in flight. */
    void whenNoted(Runnable action) {
        noted = action;
    }

    void noted() {
        noted.run();
    }

    /** Listens and sends nothing until it is over; the answer is an interruption unless the machine fails meanwhile. */
    MarlinAnswer idle(BooleanSupplier over) {
        while (!over.getAsBoolean() && !isLost()) {
            MarlinReply reply = next(deadline(timing.probe()), over);
            if (reply instanceof MarlinReply.Started) {
                return MarlinAnswer.Broken.byRestart();
            }
            if (!halted().isEmpty()) {
                return new MarlinAnswer.Broken(halted());
            }
            noted();
        }
        return isLost() ? new MarlinAnswer.Lost(lostReason()) : new MarlinAnswer.Interrupted(0);
    }

    /** Forgets what was said to nobody, and tells the firmware to count lines from 0. */
    MarlinAnswer restart(BooleanSupplier over) {
        inbox.clear();
        forgetStrays();
        return new MarlinExchange(this, lines.restart(), over).result();
    }

    /** Sends a numbered command and finds out what became of it. */
    MarlinAnswer ask(String command, BooleanSupplier over) {
        return new MarlinExchange(this, lines.add(command), over).result();
    }

    /**
     * Sends commands that need no number because the firmware acts on them as it reads them, and waits until they and
     * the {@code pending} ones before them are acknowledged or nothing comes for a while.
     */
    void urge(List<String> commands, int pending) {
        commands.forEach(this::sendPlain);
        int open = pending + commands.size();
        while (open > 0) {
            MarlinReply reply = next(deadline(timing.acknowledge()), () -> !halted().isEmpty());
            if (reply == null || reply instanceof MarlinReply.Started) {
                return;
            }
            open -= reply instanceof MarlinReply.Ok ? 1 : 0;
        }
    }

    /**
     * Asks who answers, again and again, because a board that was just reset misses the first question.
     *
     * @return every line of the answer; empty if none came in time
     */
    List<String> identify() {
        long end = deadline(timing.connect());
        List<String> said = new ArrayList<>();
        while (said.isEmpty() && ticker.nanos() < end && !isLost()) {
            inbox.clear();
            // The empty line ends whatever half a line may be in the air.
            sendPlain("\nM115");
            hearIdentity(said, Math.min(end, deadline(timing.connect().dividedBy(4))));
        }
        quieten();
        return said;
    }

    private void hearIdentity(List<String> said, long deadline) {
        MarlinReply reply = next(deadline, () -> false);
        while (reply != null) {
            boolean first = reply.text().contains("FIRMWARE_NAME:");
            if (first || !said.isEmpty()) {
                said.add(reply.text());
            }
            if (reply instanceof MarlinReply.Ok && !said.isEmpty()) {
                return;
            }
            // An old board that is busy answers late; it is there, so it is worth waiting for.
            long patience = reply instanceof MarlinReply.Busy ? deadline(timing.connect()) : deadline;
            reply = next(Math.max(deadline, patience), () -> false);
        }
    }

    /** Waits until what earlier questions still bring has come. */
    private void quieten() {
        MarlinReply reply = next(deadline(timing.resendOk()), () -> false);
        while (reply instanceof MarlinReply.Ok || reply instanceof MarlinReply.Other && isCapability(reply)) {
            reply = next(deadline(timing.resendOk()), () -> false);
        }
    }

    private static boolean isCapability(MarlinReply reply) {
        return reply.text().startsWith("Cap:") || reply.text().contains("FIRMWARE_NAME:");
    }

    void send(int number) {
        link.write(lines.frame(number));
    }

    /**
     * Ends the firmware's wait for a person. M108 has an {@code ok} of its own, which comes before or behind that of the
     * command that waits: of two that look alike the first is let go, so that the second acknowledges.
     *
     * <p>Source: Marlin 2.1.2, queue.cpp and e_parser.h: M108 is acted on as it is read, and still queued.
     */
    void endWaitForPerson() {
        straysExpected.incrementAndGet();
        sendPlain("M108");
    }

    /** Whether an {@code ok} that came acknowledges nothing that was numbered. */
    boolean tookStray() {
        return straysExpected.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    /** What was asked after them has been answered, so they will not come any more. */
    void forgetStrays() {
        straysExpected.set(0);
    }

    void sendPlain(String command) {
        link.write(command + "\n");
    }

    /** The last resort of a stop: the numbered form, for a firmware that reads only those. */
    void sendNumbered(String command) {
        link.write(lines.frame(lines.add(command)));
    }

    @Nullable
    MarlinReply next(long deadline, BooleanSupplier over) {
        return inbox.await(deadline, over);
    }

    long deadline(Duration fromNow) {
        return ticker.nanos() + fromNow.toNanos();
    }

    boolean isLost() {
        return inbox.isClosed();
    }

    String lostReason() {
        return inbox.closedBecause();
    }

    String halted() {
        return board.halted();
    }

    NumberedLines lines() {
        return lines;
    }

    MarlinTiming timing() {
        return timing;
    }

    /** How long a command may go without a sign of life that counts for it. */
    Duration patience(String command) {
        if (board.isSayingWhenBusy()) {
            return timing.acknowledge();
        }
        return LONG.contains(code(command))
                ? timing.longCommand()
                : timing.acknowledge().multipliedBy(3);
    }

    /** Whether a reply shows that the firmware is at work on the command: a temperature does so only for heating. */
    static boolean isLife(MarlinReply reply, String command) {
        return reply instanceof MarlinReply.Busy
                || (HEATING.contains(code(command))
                        && !MarlinReadings.temperatures(reply.text()).isEmpty());
    }

    static String code(String command) {
        int space = command.indexOf(' ');
        return space < 0 ? command : command.substring(0, space);
    }
}
