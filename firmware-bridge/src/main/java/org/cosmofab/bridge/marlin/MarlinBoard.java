package org.cosmofab.bridge.marlin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.MachineStatus.Temperature;
import org.cosmofab.bridge.time.Ticker;

/** What is known of a Marlin machine at this moment. Thread-safe: the reader writes, anybody asks. */
final class MarlinBoard {
    /** A machine that reports each second and has not for so long is not there. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    private final Clock clock;
    private final Ticker ticker;

    private State doing = State.UNKNOWN;
    private String halted = "";
    private String waitsFor = "";
    private String gone = "";
    private boolean saysWhenBusy;
    private boolean reportsByItself;
    private Instant heardAt;
    private long heardNanos;
    private Map<String, Temperature> temperatures = Map.of();

    MarlinBoard(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.heardAt = clock.instant();
    }

    /** Takes note of a line, whoever it is for. */
    synchronized void heard(MarlinReply reply) {
        heardAt = clock.instant();
        heardNanos = ticker.nanos();
        gone = "";
        if (reply instanceof MarlinReply.Busy busy) {
            saysWhenBusy = true;
            waitsFor = busy.forPerson() ? busy.text() : "";
        } else if (reply instanceof MarlinReply.Ok) {
            waitsFor = "";
        } else if (reply instanceof MarlinReply.Halted) {
            // The first word tells the cause, what follows repeats that it is over.
            halted = halted.isEmpty() ? reply.text() : halted;
        } else if (reply instanceof MarlinReply.Started) {
            halted = "";
            waitsFor = "";
        }
        Map<String, Temperature> told = MarlinReadings.temperatures(reply.text());
        temperatures = told.isEmpty() ? temperatures : told;
        notifyAll();
    }

    synchronized void connected() {
        heardNanos = ticker.nanos();
        gone = "";
        halted = "";
        doing = State.IDLE;
    }

    /** A person has looked, and the firmware takes commands again. */
    synchronized void cleared() {
        halted = "";
    }

    synchronized void lost(String reason) {
        gone = reason;
        notifyAll();
    }

    synchronized void does(State state) {
        doing = state;
    }

    /** A run is over, however it ended; a machine that never ran is as it was. */
    synchronized void rests() {
        doing = doing == State.UNKNOWN ? State.UNKNOWN : State.IDLE;
    }

    synchronized void reportsByItself(boolean does) {
        reportsByItself = does;
    }

    synchronized boolean isReportingByItself() {
        return reportsByItself;
    }

    synchronized boolean isSayingWhenBusy() {
        return saysWhenBusy;
    }

    /** Real time since anything was heard. */
    synchronized Duration silentFor() {
        return Duration.ofNanos(ticker.nanos() - heardNanos);
    }

    /** The words with which the firmware halted; empty if it has not. */
    synchronized String halted() {
        return halted;
    }

    /** Waits until the firmware has halted or the wire is lost; the firmware's words, or empty. */
    synchronized String awaitHalt(Duration timeout) {
        long deadline = ticker.nanos() + timeout.toNanos();
        try {
            while (halted.isEmpty() && gone.isEmpty()) {
                long millis = Duration.ofNanos(deadline - ticker.nanos()).toMillis();
                if (millis <= 0) {
                    return "";
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return halted;
    }

    synchronized MachineStatus status() {
        String silence = silence();
        if (!silence.isEmpty()) {
            return status(State.UNREACHABLE, silence);
        }
        if (!halted.isEmpty()) {
            return status(State.ALARM, halted);
        }
        if (!waitsFor.isEmpty()) {
            return status(State.WAITING_FOR_PERSON, waitsFor);
        }
        return status(doing, "");
    }

    private String silence() {
        // In a run the run's own time-outs judge silence.
        if (!gone.isEmpty() || doing != State.IDLE) {
            return gone;
        }
        Duration silent = silentFor();
        return silent.compareTo(SILENCE_MAX) > 0 ? "nothing heard for " + silent.toSeconds() + " s" : "";
    }

    private MachineStatus status(State state, String detail) {
        return new MachineStatus(
                state, heardAt, detail, temperatures, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
