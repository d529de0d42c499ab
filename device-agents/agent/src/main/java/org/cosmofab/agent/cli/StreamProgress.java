package org.cosmofab.agent.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.RunListener;

/** How far a run is: one line that moves on a terminal, a line for each tenth elsewhere. */
final class StreamProgress implements RunListener, AutoCloseable {
    private static final int WIDTH = 30;
    private static final int TENTH = 10;
    private static final Duration REDRAW = Duration.ofMillis(200);
    /** Before that much is done the estimate tells more than what was seen. */
    private static final double KNOWN = 0.05;

    private final PrintWriter out;
    private final boolean terminal;
    private final Duration estimate;
    private final Clock clock;
    private final Instant begun;
    private Instant drawn = Instant.MIN;
    private int tenth = -1;
    private State state = State.UNKNOWN;

    /** @param clock of the workshop, in which the estimate is, too */
    StreamProgress(PrintWriter out, boolean terminal, Duration estimate, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.estimate = estimate;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void progressed(int acknowledged, int total, MachineStatus status) {
        double part = total == 0 ? 1 : (double) acknowledged / total;
        boolean changed = status.state() != state;
        state = status.state();
        if (terminal) {
            redraw(part, acknowledged, total, changed || acknowledged == total);
        } else if ((int) (part * TENTH) != tenth || changed && isWorthALine()) {
            tenth = (int) (part * TENTH);
            out.println(line(part, acknowledged, total));
            out.flush();
        }
    }

    private boolean isWorthALine() {
        return state == State.HOLDING || state == State.WAITING_FOR_PERSON || state == State.ALARM;
    }

    private void redraw(double part, int acknowledged, int total, boolean now) {
        Instant moment = clock.instant();
        if (!now && Duration.between(drawn, moment).compareTo(REDRAW) < 0) {
            return;
        }
        drawn = moment;
        int full = (int) (part * WIDTH);
        String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
        out.print("\r[" + bar + "] " + line(part, acknowledged, total) + "   ");
        out.flush();
    }

    private String line(double part, int acknowledged, int total) {
        String doing =
                isWorthALine() ? ", " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "";
        return String.format(Locale.ROOT, "%3d %%  line %d of %d", (int) (part * 100), acknowledged, total)
                + (part < 1 ? ", " + words(left(part)) + " left" : "")
                + doing;
    }

    private Duration left(double part) {
        Duration passed = Duration.between(begun, clock.instant());
        double whole = part < KNOWN ? estimate.toMillis() : passed.toMillis() / part;
        return Duration.ofMillis(Math.max(0, Math.round(whole - (part < KNOWN ? passed.toMillis() : whole * part))));
    }

    static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
