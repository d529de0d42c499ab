package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.simulated.Fault.Kind;
import org.cosmofab.bridge.time.ScaledClock;
import org.jspecify.annotations.Nullable;

/**
 * A printer with Marlin 2.1.2.7: numbered lines and their silent drop, four commands and sixteen moves ahead, heat that
 * takes time. Motion and heat follow the workshop's clock; what it says by itself comes in real time.
 */
public final class SimulatedMarlin extends SimulatedFirmware {
    /** Source: Marlin 2.1.2, Configuration_adv.h, DEFAULT_KEEPALIVE_INTERVAL. */
    private static final long BUSY_EVERY_REAL = Duration.ofSeconds(2).toNanos();

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String KILLED = "Error:Printer halted. kill() called!\n";

    private final Printer printer;
    private final MarlinIntake intake;
    private final MarlinCommands commands;

    private MarlinIntake.@Nullable Command current;
    private BooleanSupplier isDone = () -> true;
    private boolean halted;
    private boolean awaitsPerson;
    private long busyDueReal;
    private long reportEveryReal;
    private long reportDueReal;

    /** A desktop printer of the usual liveliness. */
    public SimulatedMarlin(ScaledClock clock) {
        this(clock, KinematicLimits.ofPrinter(1250));
    }

    public SimulatedMarlin(ScaledClock clock, KinematicLimits limits) {
        this(Parts.on(clock), limits);
    }

    private SimulatedMarlin(Parts parts, KinematicLimits limits) {
        super(parts);
        printer = new Printer(limits, parts.time(), parts.truth());
        Firmware firmware = new Firmware();
        intake = new MarlinIntake(parts.faults(), firmware);
        commands = new MarlinCommands(printer, firmware);
        powerCycle();
    }

    /** A person does what the machine waits for. */
    public synchronized void personContinues() {
        awaitsPerson = false;
    }

    @Override
    void restart() {
        printer.reset();
        intake.clear();
        current = null;
        halted = false;
        awaitsPerson = false;
        reportEveryReal = 0;
        say("start\necho:Marlin 2.1.2.7\necho: Last Updated: 2026-01-22 | Author: (simulated)\n");
    }

    @Override
    boolean receive(byte b) {
        if (intake.isFull()) {
            // A real wire is slow: the firmware reads on while bytes come, unless its queue is full.
            turn(false);
        }
        if (!halted) {
            intake.put(b);
        }
        return true;
    }

    @Override
    long turn(boolean quiet) {
        boolean progress = true;
        while (progress && !halted) {
            printer.axes().advance(quiet || current != null && isSync(current.text()));
            intake.read(current == null ? 0 : 1);
            progress = !halted && work();
        }
        if (halted) {
            return Long.MAX_VALUE;
        }
        chatter();
        return printer.axes().due();
    }

    /** Everything but a move waits for the planner to run dry, so nothing comes that would let it plan better. */
    private static boolean isSync(String text) {
        return !text.matches("G[0-3]\\b.*");
    }

    private boolean work() {
        if (current == null) {
            current = intake.next();
            if (current == null) {
                return false;
            }
            busyDueReal = time().realNow() + BUSY_EVERY_REAL;
            isDone = begin(current);
        }
        return isDone.getAsBoolean() && finish();
    }

    private BooleanSupplier begin(MarlinIntake.Command command) {
        truth().executed(command.text());
        @Nullable Fault fault = command.fault();
        if (fault != null && fault.kind() == Kind.BUSY_FOREVER) {
            return () -> false;
        }
        BooleanSupplier begun = commands.begin(command.text());
        if (fault != null && fault.kind() == Kind.WAIT_FOR_PERSON) {
            awaitsPerson = true;
            return () -> !awaitsPerson && begun.getAsBoolean();
        }
        return begun;
    }

    private boolean finish() {
        MarlinIntake.Command done = current;
        if (done == null) {
            return false;
        }
        current = null;
        if (!halted) {
            acknowledge(done);
        }
        return true;
    }

    private void acknowledge(MarlinIntake.Command done) {
        String ok = done.text().startsWith("M105") ? "ok " + printer.temperatures() + "\n" : "ok\n";
        Kind kind = done.fault() == null ? Kind.CORRUPT_LINE : done.fault().kind();
        if (kind == Kind.LOSE_OK) {
            return;
        }
        say(kind == Kind.DOUBLE_OK ? ok + ok : ok);
    }

    private void chatter() {
        long now = time().realNow();
        if (current != null && now >= busyDueReal) {
            busyDueReal = now + BUSY_EVERY_REAL;
            say(awaitsPerson ? "echo:busy: paused for user\n" : "echo:busy: processing\n");
        }
        if (reportEveryReal > 0 && now >= reportDueReal) {
            reportDueReal = now + reportEveryReal;
            say(" " + printer.temperatures() + "\n");
        }
    }

    /** What receipt and execution of commands do to the firmware itself. */
    private final class Firmware implements MarlinIntake.Owner, MarlinCommands.MarlinHost {
        @Override
        public void say(String text) {
            SimulatedMarlin.this.say(text);
        }

        @Override
        public boolean struck(Fault fault) {
            switch (fault.kind()) {
                case SILENCE -> hang();
                case RESTART -> powerCycle();
                case THERMAL_RUNAWAY -> kill("Error:Thermal Runaway, system stopped! Heater_ID: E0\n");
                case CRITICAL_ALARM -> kill("Error:!! KILL caused by KILL button/pin\n");
                case LOSE_LINE -> {}
                case UNPLUG -> {
                    unplug();
                    return false;
                }
                case ANSWER_LATE -> {
                    answerLate(fault.latency());
                    return false;
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void urgent(String code) {
            switch (code) {
                case "M112" -> kill("");
                case "M108" -> {
                    awaitsPerson = false;
                    breakHeating();
                }
                default -> quickStop();
            }
        }

        /** A move that waits for room is dropped with those that had it. */
        private void quickStop() {
            printer.quickStop();
            if (current != null && !isSync(current.text())) {
                isDone = () -> true;
            }
        }

        /** A wait for heat is a rest of the axes; nothing else is in their queue then. */
        private void breakHeating() {
            if (current != null && current.text().matches("M(109|190)\\b.*")) {
                printer.axes().halt();
            }
        }

        @Override
        public void kill(String why) {
            printer.axes().halt();
            printer.heatersOff();
            intake.clear();
            current = null;
            halted = true;
            say(why + KILLED);
        }

        @Override
        public void countFrom(long number) {
            intake.countFrom(number);
        }

        @Override
        public void reportEvery(double seconds) {
            reportEveryReal = Math.round(Math.min(60, seconds) * NANOS_PER_SECOND);
            reportDueReal = time().realNow() + reportEveryReal;
        }

        @Override
        public BooleanSupplier personComes() {
            awaitsPerson = true;
            return () -> !awaitsPerson;
        }
    }
}
