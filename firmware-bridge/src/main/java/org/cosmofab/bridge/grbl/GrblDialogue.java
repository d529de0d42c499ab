package org.cosmofab.bridge.grbl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.cosmofab.bridge.grbl.GrblFirmware.RealTimeBytes;
import org.cosmofab.bridge.streaming.Inbox;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.LineLink;
import org.jspecify.annotations.Nullable;

/** A conversation with a Grbl firmware. Real-time bytes may be sent by any thread; all else by one. */
final class GrblDialogue {
    private final LineLink link;
    private final GrblTiming timing;
    private final Ticker ticker;
    private final Inbox<GrblReply> inbox;
    private volatile RealTimeBytes bytes = RealTimeBytes.COMMON;

    GrblDialogue(LineLink link, GrblTiming timing, Ticker ticker, Inbox<GrblReply> inbox) {
        this.link = link;
        this.timing = timing;
        this.ticker = ticker;
        this.inbox = inbox;
    }

    /**
     * A byte that the firmware acts on as it arrives, past every queue.
     *
     * <p>Source: Grbl 1.1, config.h, CMD_*.
     */
    enum RealTime {
        STATUS(RealTimeBytes::status),
        HOLD(RealTimeBytes::hold),
        CONTINUE(RealTimeBytes::resume),
        RESET(RealTimeBytes::reset),
        /** Holds like the others, but beam and spindle go off at once. */
        DOOR(RealTimeBytes::door),
        /** A person has put the tool in. */
        TOOL_CHANGED(RealTimeBytes::toolChanged);

        private final ToIntFunction<RealTimeBytes> code;

        RealTime(ToIntFunction<RealTimeBytes> code) {
            this.code = code;
        }
    }

    /** From here on the bytes of this firmware are used. */
    void speakTo(RealTimeBytes firmware) {
        bytes = firmware;
    }

    /** Sends a byte, or nothing to a firmware that has none for it. */
    void send(RealTime command) {
        int code = command.code.applyAsInt(bytes);
        if (code != 0) {
            link.write(new byte[] {(byte) code});
        }
    }

    void send(String line) {
        link.write(line + "\n");
    }

    /** Sends lines that have their ends. */
    void sendLines(CharSequence lines) {
        link.write(lines.toString());
    }

    void divert(Inbox.@Nullable Reader<GrblReply> reader) {
        inbox.divert(reader);
    }

    void forget() {
        inbox.clear();
    }

    @Nullable
    GrblReply next(long deadline, BooleanSupplier over) {
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

    GrblTiming timing() {
        return timing;
    }

    /**
     * Asks what is answered like nothing else, so that no acknowledgement from before can be taken for a later one.
     *
     * @return whether the answer came
     */
    boolean synchronise(String question) {
        forget();
        send(question);
        boolean answered = false;
        long deadline = deadline(timing.silence());
        GrblReply reply = next(deadline, () -> false);
        while (reply != null && !(answered && reply instanceof GrblReply.Ok)) {
            answered |= reply instanceof GrblReply.Modes;
            reply = next(deadline, () -> false);
        }
        return reply != null;
    }

    /**
     * Sends a line while nothing else is in flight.
     *
     * @return what was said up to and with its {@code ok}; empty if it was refused or nothing came in time
     */
    List<String> ask(String line) {
        send(line);
        List<String> said = new ArrayList<>();
        long deadline = deadline(timing.silence());
        GrblReply reply = next(deadline, () -> false);
        while (reply != null && !(reply instanceof GrblReply.Error)) {
            said.add(reply.text());
            if (reply instanceof GrblReply.Ok) {
                return said;
            }
            reply = next(deadline, () -> false);
        }
        return List.of();
    }

    /**
     * Asks who answers, again and again, because a board that was just reset misses the first question. A board that still
     * moves for an owner that went away is braked first, and one that stays silent is reset half-way through: nothing else
     * brings it back. Every firmware of the family has the same bytes for both.
     *
     * @return the lines of the answer; empty if none came in time
     */
    List<String> identify() {
        long begun = ticker.nanos();
        long end = begun + timing.connect().toNanos();
        long half = begun + timing.connect().toNanos() / 2;
        boolean reset = false;
        List<String> said = List.of();
        while (said.isEmpty() && ticker.nanos() < end && !isLost()) {
            if (ticker.nanos() > half && !reset) {
                reset = true;
                reset();
            }
            bringToRest();
            forget();
            send("\n$I");
            said = hearIdentity(Math.min(end, deadline(timing.connect().dividedBy(8))));
        }
        settle();
        return said;
    }

    /** Brakes a machine that says it is moving or holding; whether it has a beam is not known at that moment. */
    void bringToRest() {
        status().filter(report -> !report.is("Idle") && !report.is("Alarm")).ifPresent(report -> brake(true));
    }

    /** Asks for the status and waits for the answer; empty if none comes. */
    Optional<GrblReport> status() {
        send(RealTime.STATUS);
        long deadline = deadline(timing.settle().plus(timing.poll()));
        GrblReply reply = next(deadline, () -> false);
        while (reply != null) {
            if (reply instanceof GrblReply.Status status) {
                return Optional.of(status.report());
            }
            reply = next(deadline, () -> false);
        }
        return Optional.empty();
    }

    private List<String> hearIdentity(long deadline) {
        List<String> said = new ArrayList<>();
        boolean complete = false;
        GrblReply reply = next(deadline, () -> false);
        while (reply != null) {
            if (complete && reply instanceof GrblReply.Ok) {
                return said;
            }
            said.add(reply.text());
            complete |= reply.text().startsWith("[OPT:");
            reply = next(deadline, () -> false);
        }
        return List.of();
    }

    /** Lets what earlier questions still bring come in, and forgets it. */
    private void settle() {
        long deadline = deadline(timing.settle());
        while (next(deadline, () -> false) != null) {
            forget();
        }
    }

    /**
     * Stops and forgets all that was sent, without losing the position: hold, wait until it stands, reset.
     *
     * @param laser whether a beam must go off before the machine stands: a plain hold leaves M3 burning
     * @return whether the reset was seen
     */
    boolean brake(boolean laser) {
        send(laser ? RealTime.DOOR : RealTime.HOLD);
        long deadline = deadline(timing.hold());
        boolean still = false;
        while (!still && !isLost() && ticker.nanos() < deadline) {
            send(RealTime.STATUS);
            GrblReply reply = next(Math.min(deadline, deadline(timing.poll())), () -> false);
            still = reply instanceof GrblReply.Alarm
                    || reply instanceof GrblReply.Banner
                    || reply instanceof GrblReply.Status status
                            && (status.report().isStill() || status.report().is("Alarm"));
        }
        return reset();
    }

    /** Resets; true once the firmware has said its name anew. What it says before that acknowledges nothing. */
    boolean reset() {
        send(RealTime.RESET);
        long deadline = deadline(timing.reset());
        GrblReply reply = next(deadline, () -> false);
        while (reply != null && !(reply instanceof GrblReply.Banner)) {
            reply = next(deadline, () -> false);
        }
        return reply != null;
    }
}
