package org.cosmofab.bridge.grbl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineStatus.Position;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.time.Ticker;
import org.jspecify.annotations.Nullable;

/** What is known of a Grbl machine at this moment. Thread-safe: the reader writes, anybody asks. */
final class GrblBoard {
    private final Clock clock;
    private final Ticker ticker;
    private final Duration silenceMax;

    private GrblExplanations explanations = GrblExplanations.UNNAMED;
    private boolean runs;
    private boolean waitsForPerson;
    private String alarm = "";
    private String gone = "";
    private Instant heardAt;
    private long heardNanos;
    private long resets;
    private String resetEvidence = "";
    private @Nullable GrblReport report;
    private Position offset = new Position(0, 0, 0);

    GrblBoard(Clock clock, Ticker ticker, Duration silenceMax) {
        this.clock = clock;
        this.ticker = ticker;
        this.silenceMax = silenceMax;
        this.heardAt = clock.instant();
    }

    /** Takes note of a line, whoever it is for. */
    synchronized void heard(GrblReply reply) {
        heardAt = clock.instant();
        heardNanos = ticker.nanos();
        if (reply instanceof GrblReply.Status status) {
            report(status.report());
        } else if (reply instanceof GrblReply.Alarm told) {
            alarm = explanations.alarm(told.code());
            reset(reply.text());
        } else if (reply instanceof GrblReply.Banner) {
            reset(reply.text());
        }
        notifyAll();
    }

    private void report(GrblReport told) {
        report = told;
        offset = told.offset().orElse(offset);
        if (!told.is("Alarm")) {
            alarm = "";
        } else if (alarm.isEmpty()) {
            alarm = "the machine is locked; look at it, then clear it";
        }
    }

    private void reset(String evidence) {
        resets++;
        resetEvidence = evidence;
    }

    /** It has said its name, so its numbers have a meaning. */
    synchronized void explainsWith(GrblExplanations named) {
        explanations = named;
    }

    /** Whether the firmware itself says that it waits for a tool. */
    synchronized boolean isWaitingForTool() {
        return report != null && report.is("Tool");
    }

    synchronized void connected() {
        heardNanos = ticker.nanos();
        gone = "";
    }

    synchronized void lost(String reason) {
        gone = reason;
        notifyAll();
    }

    synchronized void runs(boolean running) {
        runs = running;
        waitsForPerson = false;
    }

    synchronized void waitsForPerson(boolean waits) {
        waitsForPerson = waits;
    }

    /** The explanation of the alarm that locks the machine; empty if none does. */
    synchronized String alarm() {
        return alarm;
    }

    /** How often the machine was seen to stop by reset or alarm. */
    synchronized long resets() {
        return resets;
    }

    /** Waits for one more reset or alarm than were seen; what showed it, or empty. */
    synchronized String awaitReset(long seen, Duration timeout) {
        long deadline = ticker.nanos() + timeout.toNanos();
        try {
            while (resets == seen && gone.isEmpty()) {
                long millis = Duration.ofNanos(deadline - ticker.nanos()).toMillis();
                if (millis <= 0) {
                    return "";
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return resets == seen ? "" : resetEvidence;
    }

    synchronized MachineStatus status() {
        Duration silent = Duration.ofNanos(ticker.nanos() - heardNanos);
        if (!gone.isEmpty()) {
            return status(State.UNREACHABLE, gone);
        }
        if (!alarm.isEmpty()) {
            return status(State.ALARM, alarm);
        }
        if (report != null && silent.compareTo(silenceMax) > 0) {
            return status(State.UNREACHABLE, "nothing heard for " + silent.toSeconds() + " s");
        }
        return waitsForPerson && !isWaitingForTool()
                ? status(State.WAITING_FOR_PERSON, "the program waits for a person")
                : status(doing(), isWaitingForTool() ? "the program waits for a tool to be put in" : "");
    }

    /** Idle is not the end of a run: Grbl says it during a dwell, too. */
    private State doing() {
        if (report == null) {
            return State.UNKNOWN;
        }
        return switch (report.state()) {
            case "Hold", "Door" -> State.HOLDING;
            case "Tool" -> State.WAITING_FOR_PERSON;
            case "Run", "Jog", "Home" -> State.RUNNING;
            default -> runs ? State.RUNNING : State.IDLE;
        };
    }

    private MachineStatus status(State state, String detail) {
        return new MachineStatus(
                state,
                heardAt,
                detail,
                Map.of(),
                Optional.ofNullable(report).flatMap(this::work),
                Optional.ofNullable(report).flatMap(GrblReport::feed),
                Optional.ofNullable(report).flatMap(GrblReport::speed));
    }

    private Optional<Position> work(GrblReport told) {
        return told.work()
                .or(() -> told.machine()
                        .map(at -> new Position(at.x() - offset.x(), at.y() - offset.y(), at.z() - offset.z())));
    }
}
