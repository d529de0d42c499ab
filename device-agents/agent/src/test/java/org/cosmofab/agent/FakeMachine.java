package org.cosmofab.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.FirmwareIdentity;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineUnreachable;
import org.cosmofab.bridge.machine.RunFacts;
import org.cosmofab.bridge.machine.RunListener;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.machine.StopReport;
import org.jspecify.annotations.Nullable;

/** A machine made of memory that does what a test says, and tells the truth of what was asked of it. */
public final class FakeMachine {
    private final Clock workshop;
    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final List<String> wishes = new CopyOnWriteArrayList<>();
    private final AtomicInteger connects = new AtomicInteger();
    private boolean unplugged;
    private boolean deaf;
    private MachineStatus.State state = MachineStatus.State.IDLE;
    private int acknowledged;
    private @Nullable Function<RunFacts, RunOutcome> ending;
    private boolean running;
    private final Set<String> held = new HashSet<>();
    private @Nullable RuntimeException connectBug;

    public FakeMachine(Clock workshop) {
        this.workshop = workshop;
    }

    /** First lines of the programs it was made to run, each once per run. */
    public List<String> runs() {
        return runs;
    }

    public List<String> wishes() {
        return wishes;
    }

    public int connects() {
        return connects.get();
    }

    public synchronized void unplug() {
        unplugged = true;
        state = MachineStatus.State.UNREACHABLE;
    }

    public synchronized void plug() {
        unplugged = false;
        state = MachineStatus.State.IDLE;
    }

    public synchronized void goInto(MachineStatus.State other) {
        state = other;
    }

    /** A stop is not seen to work. */
    public synchronized void deafen(boolean now) {
        deaf = now;
    }

    private synchronized boolean isDeaf() {
        return deaf;
    }

    /** Whoever connects, runs or stops it or asks for its status waits until that is over. */
    public synchronized void hold(String what) {
        held.add(what);
    }

    public synchronized void letGo() {
        held.clear();
        notifyAll();
    }

    /** From now on connecting fails with it, until there is none. */
    public synchronized void breakConnecting(@Nullable RuntimeException bug) {
        connectBug = bug;
    }

    private synchronized void pass(String what) {
        try {
            while (held.contains(what)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public synchronized void acknowledge(int lines) {
        acknowledged = lines;
        notifyAll();
    }

    public void finish() {
        end(RunOutcome.Completed::new);
    }

    public void loseContact(int line, String reason) {
        end(facts -> new RunOutcome.Lost(line, reason, facts));
    }

    public void crash(RuntimeException bug) {
        end(facts -> {
            throw bug;
        });
    }

    public synchronized boolean isRunning() {
        return running;
    }

    private synchronized void end(Function<RunFacts, RunOutcome> how) {
        ending = how;
        notifyAll();
    }

    public MachineDriver driver() {
        return new Driver();
    }

    private final class Driver implements MachineDriver {

        @Override
        public FirmwareIdentity connect() {
            pass("connect");
            synchronized (FakeMachine.this) {
                if (connectBug != null) {
                    throw connectBug;
                }
                if (unplugged) {
                    throw new MachineUnreachable("there is no port /dev/fake");
                }
            }
            connects.incrementAndGet();
            return new FirmwareIdentity("marlin", "Marlin", "2.1.2", Map.of());
        }

        @Override
        public RunOutcome run(SafeProgram program, RunListener listener) {
            runs.add(program.lines().get(0).text());
            pass("run");
            synchronized (FakeMachine.this) {
                running = true;
                acknowledged = 0;
                ending = null;
                state = MachineStatus.State.RUNNING;
            }
            Instant startedAt = workshop.instant();
            try {
                int told = 0;
                while (true) {
                    Function<RunFacts, RunOutcome> how;
                    synchronized (FakeMachine.this) {
                        while (ending == null && acknowledged == told) {
                            FakeMachine.this.wait();
                        }
                        how = ending;
                        told = acknowledged;
                    }
                    listener.progressed(told, program.lines().size(), status());
                    if (how != null) {
                        return how.apply(
                                new RunFacts(startedAt, workshop.instant(), Duration.ofSeconds(36), told, 1.5, 0));
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                synchronized (FakeMachine.this) {
                    running = false;
                    state = unplugged ? MachineStatus.State.UNREACHABLE : MachineStatus.State.IDLE;
                }
            }
        }

        @Override
        public void pause() {
            wishes.add("pause");
            goInto(MachineStatus.State.HOLDING);
        }

        @Override
        public void resume() {
            wishes.add("resume");
            goInto(MachineStatus.State.RUNNING);
        }

        @Override
        public void cancel() {
            wishes.add("cancel");
            end(facts -> new RunOutcome.Cancelled(facts.linesAcknowledged(), facts));
        }

        @Override
        public StopReport stop() {
            wishes.add("stop");
            pass("stop");
            end(facts -> isDeaf()
                    ? new RunOutcome.Lost(facts.linesAcknowledged(), "the stop was not confirmed", facts)
                    : new RunOutcome.Cancelled(facts.linesAcknowledged(), facts));
            synchronized (FakeMachine.this) {
                return new StopReport(!deaf, Duration.ofMillis(5), deaf ? "nothing was heard" : "halted");
            }
        }

        @Override
        public MachineStatus clear() {
            wishes.add("clear");
            synchronized (FakeMachine.this) {
                state = state == MachineStatus.State.ALARM ? MachineStatus.State.IDLE : state;
            }
            return status();
        }

        @Override
        public MachineStatus status() {
            pass("status");
            synchronized (FakeMachine.this) {
                return new MachineStatus(
                        state,
                        workshop.instant(),
                        "",
                        Map.of("nozzle", new MachineStatus.Temperature(21, 0)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
        }

        @Override
        public void close() {
            wishes.add("close");
        }
    }
}
