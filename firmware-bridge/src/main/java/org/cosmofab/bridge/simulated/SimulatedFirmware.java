package org.cosmofab.bridge.simulated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;

/**
 * A board with firmware on it and a machine around it. It serves one wire at a time and keeps its state between wires,
 * as a board does whose cable is pulled. Thread-safe.
 */
public abstract sealed class SimulatedFirmware permits SimulatedMarlin, SimulatedGrbl {
    /** A host that has said nothing for so long, in real time, has nothing to say for the moment. */
    private static final long QUIET_REAL = Duration.ofMillis(20).toNanos();

    private static final long LOOK_UP_REAL = Duration.ofMillis(100).toNanos();

    /** Time, what is recorded and what goes wrong. */
    record Parts(FirmwareTime time, GroundTruth truth, Faults faults) {
        static Parts on(ScaledClock clock) {
            return new Parts(new FirmwareTime(clock, Ticker.system()), new GroundTruth(), new Faults());
        }
    }

    private final Parts parts;
    private final StringBuilder output = new StringBuilder();
    private long outputHeldUntilReal;
    private long heardAtReal;
    private boolean unplugged;
    private boolean hung;

    SimulatedFirmware(Parts parts) {
        this.parts = parts;
        this.heardAtReal = parts.time().realNow();
    }

    /** What it really did. */
    public final GroundTruth truth() {
        return parts.truth();
    }

    /** What it shall do wrong. */
    public final Faults faults() {
        return parts.faults();
    }

    /** Switches it off and on, or presses its reset button. */
    public final synchronized void powerCycle() {
        output.setLength(0);
        outputHeldUntilReal = 0;
        hung = false;
        parts.truth().restarted();
        restart();
    }

    /** Pulls the wire; serving it ends. The machine does not notice. */
    public final synchronized void unplug() {
        unplugged = true;
    }

    /**
     * Works at the machine's end of a wire until the wire is gone, unplugged or the thread is interrupted. The wire is
     * closed afterwards.
     */
    public final void serve(Wire wire) {
        byte[] buffer = new byte[1024];
        try (wire) {
            while (!Thread.currentThread().isInterrupted()) {
                long wait = work();
                if (takeUnplugged()) {
                    return;
                }
                byte[] said = takeOutput();
                if (said.length > 0) {
                    wire.write(said);
                }
                hear(buffer, wire.read(buffer, Duration.ofNanos(wait)));
            }
        } catch (WireUnavailable e) {
            hostIsGone();
        }
    }

    /** Works once more without a wire, as a board whose host went away. */
    private synchronized void hostIsGone() {
        output.setLength(0);
        turn(true);
    }

    private synchronized long work() {
        if (hung) {
            return LOOK_UP_REAL;
        }
        boolean quiet = parts.time().realNow() - heardAtReal > QUIET_REAL;
        long due = turn(quiet);
        long wait = due == Long.MAX_VALUE ? LOOK_UP_REAL : parts.time().realUntil(due);
        return Math.min(wait, quiet ? LOOK_UP_REAL : QUIET_REAL);
    }

    private synchronized boolean takeUnplugged() {
        boolean pulled = unplugged;
        unplugged = false;
        return pulled;
    }

    private synchronized byte[] takeOutput() {
        if (parts.time().realNow() < outputHeldUntilReal) {
            return new byte[0];
        }
        byte[] said = output.toString().getBytes(StandardCharsets.US_ASCII);
        output.setLength(0);
        return said;
    }

    private synchronized void hear(byte[] bytes, int count) {
        boolean lines = false;
        for (int i = 0; i < count && !hung; i++) {
            lines |= receive(bytes[i]);
        }
        if (lines) {
            heardAtReal = parts.time().realNow();
        }
    }

    /** Says something, to be sent when the turn is over. */
    final void say(String text) {
        if (!hung) {
            output.append(text);
        }
    }

    /** Lets all answers wait for a while. */
    final void answerLate(Duration latency) {
        outputHeldUntilReal = parts.time().realNow() + latency.toNanos();
    }

    /** Neither moves on nor answers until it is switched off and on. */
    final void hang() {
        hung = true;
        output.setLength(0);
    }

    final FirmwareTime time() {
        return parts.time();
    }

    /** Starts afresh, as after a reset. */
    abstract void restart();

    /**
     * Takes a byte as the receive interrupt does.
     *
     * @return whether it is of a line; a question for the status is not
     */
    abstract boolean receive(byte b);

    /**
     * Does all that can be done now.
     *
     * @param quiet whether the host has nothing to say for the moment
     * @return the moment of workshop time at which there is more to do; {@link Long#MAX_VALUE} if only a byte brings it
     */
    abstract long turn(boolean quiet);
}
