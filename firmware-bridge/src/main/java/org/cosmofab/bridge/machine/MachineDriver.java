package org.cosmofab.bridge.machine;

import org.cosmofab.bridge.gcode.SafeProgram;

/**
 * One machine, spoken to in its firmware's dialect.
 *
 * <p>A driver owns its wire from {@link #connect()} to {@link #close()}. It runs one program at a time; the control
 * methods may be called from any thread while {@link #run} is blocking in another.
 */
public interface MachineDriver extends AutoCloseable {

    /**
     * Opens the wire and asks the firmware who it is, before any byte that different firmwares read differently.
     * What an earlier owner left moving, hot or burning is brought to rest. Calling it again on a connected driver answers
     * the known identity.
     *
     * @throws MachineUnreachable if the wire cannot be opened or nothing answers in time
     */
    FirmwareIdentity connect();

    /**
     * Streams a program and blocks until the machine has finished it, or it cannot be finished. Never throws for what
     * machines do: a fault, a cancel and a lost line are outcomes.
     *
     * @throws IllegalStateException if the driver is not connected or is already running a program
     */
    RunOutcome run(SafeProgram program, RunListener listener);

    /** Holds the machine as its firmware can; without effect when nothing runs or it already holds. */
    void pause();

    /** Continues after {@link #pause()}; without effect otherwise. */
    void resume();

    /** Ends the running program cleanly: decelerate, stop, heaters and beam off. Without effect when nothing runs. */
    void cancel();

    /** Goes round every queue by the firmware's fastest path and observes the effect. Never throws, in any state. */
    StopReport stop();

    /**
     * A person has looked at the machine and says that it may work again: lifts what its firmware lets a host lift (an
     * alarm lock, a latched error). Blocks for a moment; without effect while a program runs, and on a machine that only
     * its own switch brings back.
     *
     * @return the machine as it is afterwards
     * @throws MachineUnreachable if the driver is not connected or nothing answers in time
     */
    MachineStatus clear();

    /** What was last heard of the machine; never blocks on the wire. */
    MachineStatus status();

    /** Gives the wire back; never throws. A running program ends as lost. */
    @Override
    void close();
}
