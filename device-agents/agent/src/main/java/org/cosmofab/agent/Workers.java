package org.cosmofab.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The agent's own threads: one receives commands, one sends events, one watches the floor. */
final class Workers implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Workers.class.getName());
    private static final int COMMANDS_MAX = 1_000;
    private static final long FAREWELL_SECONDS = 3;

    private final ExecutorService receiving = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(COMMANDS_MAX), work -> daemon(work, "desk"));
    private final ExecutorService sending = Executors.newSingleThreadExecutor(work -> daemon(work, "outbox"));
    private final ScheduledExecutorService watching =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "watch"));

    /** Queues a command; one too many is dropped, as its sender will ask again. */
    void receive(Runnable work) {
        run(receiving, work, Level.WARNING);
    }

    /** Runs the outbox; what comes after the end is dropped, and stays in the journal. */
    Executor sending() {
        return work -> run(sending, work, Level.DEBUG);
    }

    /** Does it now and again, so long after the last time. */
    void every(long millis, Runnable work) {
        try {
            watching.scheduleWithFixedDelay(guarded(work), 0, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the agent is stopping");
        }
    }

    void watch(Runnable work) {
        run(watching, work, Level.DEBUG);
    }

    /** Work that may fail today and be asked for again. */
    Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the agent goes on after a failure", e);
            }
        };
    }

    private void run(ExecutorService executor, Runnable work, Level level) {
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.log(level, "dropped: the agent has too much to do, or is stopping");
        }
    }

    void stopReceiving() {
        receiving.shutdown();
        await(receiving);
    }

    /** What was asked for before is still done. */
    void stopWatching() {
        watching.shutdown();
        await(watching);
    }

    /** Lets what was begun be finished, within a moment. */
    @Override
    public void close() {
        stopWatching();
        sending.shutdown();
        await(sending);
    }

    /** Waits a moment for what may as well come later. */
    static void await(CompletionStage<Void> work) {
        try {
            work.toCompletableFuture().get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "not waiting any longer", e);
        }
    }

    private static void await(ExecutorService executor) {
        try {
            if (!executor.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a thread of the agent does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
