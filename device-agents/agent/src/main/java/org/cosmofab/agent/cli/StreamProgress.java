package org.cosmofab.agent.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.RunListener;

/** Shows how far a run is: a bar that moves on a terminal, a line for each tenth elsewhere. */
final class StreamProgress implements RunListener {
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long drawn;
    private int tenths;

    StreamProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void progressed(int done, int total, MachineStatus status) {
        long now = System.nanoTime();
        int tenth = done * 10 / total;
        boolean due = terminal ? now - drawn > REDRAW_NANOS || done == total : tenth > tenths;
        if (!due) {
            return;
        }
        drawn = now;
        tenths = tenth;
        String text = String.format(
                Locale.ROOT,
                "%d of %d lines, %s, %s",
                done,
                total,
                status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                left(done, total, now));
        if (terminal) {
            int filled = (int) ((long) WIDTH * done / total);
            out.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + text + "   ");
        } else {
            out.println(text);
        }
        out.flush();
    }

    private String left(int done, int total, long now) {
        if (done == 0) {
            return "end unknown";
        }
        long seconds = (long) ((now - begun) / 1e9 * (total - done) / done);
        return String.format(Locale.ROOT, "%d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    synchronized void says(String text) {
        out.println((terminal ? "\n" : "") + text);
        out.flush();
    }
}
