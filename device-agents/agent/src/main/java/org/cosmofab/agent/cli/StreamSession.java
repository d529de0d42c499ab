package org.cosmofab.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.machine.StopReport;
import org.cosmofab.bridge.serial.SerialWire;

/** One run with a person before the terminal: they see how far it is, may pause it, and end it with Ctrl-C. */
final class StreamSession implements AutoCloseable {
    /** A cancel decelerates and switches heat and beam off; what takes longer is stopped by the fastest path. */
    private static final Duration CANCEL_MAX = Duration.ofSeconds(20);

    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final MachineDriver driver;
    private final PrintWriter out;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int status = StreamVerb.LOST;

    StreamSession(MachineDriver driver, PrintWriter out, Clock clock) {
        this.driver = driver;
        this.out = out;
        this.clock = clock;
    }

    /** @return the exit status */
    int run(SafeProgram program, Duration estimate) {
        SerialWire.beforePortsClose(this::interrupted);
        boolean terminal = System.console() != null;
        if (terminal) {
            listen();
        }
        StreamProgress progress = new StreamProgress(out, terminal, estimate, clock);
        RunOutcome outcome;
        try {
            outcome = driver.run(program, progress);
        } finally {
            progress.close();
        }
        status = tell(outcome);
        ended.countDown();
        return status;
    }

    private int tell(RunOutcome outcome) {
        String took = StreamProgress.words(outcome.facts().machineTime());
        int end = outcome.fold(
                done -> say(0, "done: " + done.facts().linesAcknowledged() + " lines, " + took),
                failed -> say(StreamVerb.FAILED, "failed at line " + failed.line() + ": " + failed.reason()),
                cancelled -> say(
                        StreamVerb.CANCELLED,
                        "cancelled after line " + cancelled.line() + "; the machine was seen to stop"),
                lost -> say(
                        StreamVerb.LOST,
                        "lost after line " + lost.lastAcknowledgedLine() + ": " + lost.reason()
                                + "; look at the machine before anything else"));
        out.flush();
        return end;
    }

    private int say(int end, String words) {
        out.println(words);
        return end;
    }

    /** Lines, because a terminal hands over whole ones. */
    private void listen() {
        out.println("p and Enter pauses, r and Enter goes on, Ctrl-C ends it cleanly");
        out.flush();
        Thread listener = new Thread(this::hear, "keyboard");
        listener.setDaemon(true);
        listener.start();
    }

    private void hear() {
        try (BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            for (String line = keys.readLine(); line != null; line = keys.readLine()) {
                switch (line.strip()) {
                    case "p" -> driver.pause();
                    case "r" -> driver.resume();
                    default -> out.println("p pauses, r goes on, Ctrl-C ends it");
                }
                out.flush();
            }
        } catch (IOException e) {
            out.println("the keyboard is not heard any more (" + e.getMessage() + "); Ctrl-C still ends it");
        }
    }

    /** Ctrl-C or SIGTERM: cleanly if that works, by the fastest path if not, and the status tells how it ended. */
    private void interrupted() {
        if (ended.getCount() == 0) {
            return;
        }
        driver.cancel();
        if (!hasEndedWithin(CANCEL_MAX)) {
            StopReport report = driver.stop();
            out.println(
                    report.observed()
                            ? "observed stopped after " + report.after().toMillis() + " ms: " + report.evidence()
                            : "not confirmed: " + report.evidence() + "; use the machine's own switch");
            out.flush();
            hasEndedWithin(STOP_MAX);
        }
        Runtime.getRuntime().halt(status);
    }

    private boolean hasEndedWithin(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
