package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineUnreachable;

/** Where people's wishes for one machine are carried out while its own thread streams. */
final class Controls implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Controls.class.getName());

    private final MachineId machine;
    private final ExecutorService inTurn;
    private final ExecutorService atOnce;

    Controls(MachineId machine) {
        this.machine = machine;
        this.inTurn = Executors.newSingleThreadExecutor(work -> daemon(work, "controls-" + machine));
        this.atOnce = Executors.newCachedThreadPool(work -> daemon(work, "stop-" + machine));
    }

    /** One wish after the other. */
    void inTurn(Runnable wish) {
        run(inTurn, wish);
    }

    Executor inTurn() {
        return this::inTurn;
    }

    /** Waits for no other wish. */
    void atOnce(Runnable wish) {
        run(atOnce, wish);
    }

    /** A machine that does not answer is no less cleared of what lay on it. */
    static void lift(MachineId machine, MachineDriver driver) {
        try {
            driver.clear();
        } catch (MachineUnreachable | IllegalStateException e) {
            // The latter: its wire went in this very moment.
            LOG.log(Level.WARNING, "{0} does not answer to being cleared: {1}", machine, e.getMessage());
        }
    }

    private void run(ExecutorService executor, Runnable wish) {
        try {
            executor.execute(() -> guarded(wish));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "{0} is closed and takes no more wishes", machine);
        }
    }

    private void guarded(Runnable wish) {
        try {
            wish.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a wish for " + machine + " was not carried out", e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        inTurn.shutdown();
        atOnce.shutdown();
    }
}
