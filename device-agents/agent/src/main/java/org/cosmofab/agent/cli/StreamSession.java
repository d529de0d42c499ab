package org.cosmofab.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.machine.StopReport;

/** One run for one person: what was asked from outside, and how it ended. */
final class StreamSession {
    static final int CANCELLED = 3;
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(12);

    private final MachineDriver driver;
    private final StreamProgress progress;
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();

    StreamSession(MachineDriver driver, StreamProgress progress) {
        this.driver = driver;
        this.progress = progress;
    }

    /** Blocks until the end; the exit status. */
    int run(SafeProgram program) {
        Thread keys = new Thread(this::obeyKeys, "keys");
        keys.setDaemon(true);
        keys.start();
        RunOutcome ended = driver.run(program, progress);
        int status = tell(ended);
        outcome.complete(ended);
        return status;
    }

    private int tell(RunOutcome ended) {
        return ended.fold(
                done -> told(0, "done: " + done.facts().linesAcknowledged() + " lines"),
                failed -> told(1, "failed at line " + failed.line() + ": " + failed.reason()),
                cancelled -> told(CANCELLED, "cancelled behind line " + cancelled.line()),
                lost -> told(
                        StreamVerb.UNREACHED,
                        "lost behind line " + lost.lastAcknowledgedLine() + ": " + lost.reason()
                                + "; go and look at the machine"));
    }

    private int told(int status, String text) {
        progress.says(text);
        return status;
    }

    /** The process is told to end: the machine first, by the gentle way, then by the fast one. */
    void interrupted() {
        if (outcome.isDone()) {
            return;
        }
        long began = System.nanoTime();
        driver.cancel();
        int status = StreamVerb.UNREACHED;
        if (isCancelled()) {
            progress.says("observed stopped after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            status = CANCELLED;
        } else {
            StopReport report = driver.stop();
            progress.says(
                    report.observed()
                            ? "observed stopped after " + report.after().toMillis() + " ms: " + report.evidence()
                            : "NOT CONFIRMED, use the machine's switch: " + report.evidence());
            status = report.observed() ? CANCELLED : StreamVerb.UNREACHED;
        }
        // A process that was told to end by a signal could not say by its status how the run ended.
        Runtime.getRuntime().halt(status);
    }

    private boolean isCancelled() {
        try {
            return outcome.get(CANCEL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS) instanceof RunOutcome.Cancelled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void obeyKeys() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.strip()) {
                    case "p" -> driver.pause();
                    case "r" -> driver.resume();
                    default -> progress.says("p pauses, r resumes, Ctrl-C ends");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the keyboard cannot be read", e);
        }
    }
}
