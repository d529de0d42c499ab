package org.cosmofab.bridge.grbl;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.grbl.GrblDialogue.RealTime;
import org.cosmofab.bridge.grbl.GrblFirmware.RealTimeBytes;
import org.cosmofab.bridge.machine.FirmwareIdentity;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.MachineUnreachable;
import org.cosmofab.bridge.machine.RunListener;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.machine.StopReport;
import org.cosmofab.bridge.streaming.Inbox;
import org.cosmofab.bridge.streaming.Pulse;
import org.cosmofab.bridge.streaming.RunControl;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.LineLink;
import org.cosmofab.bridge.wire.WireOpener;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * A laser or a mill that speaks Grbl.
 *
 * <p>A laser ($32=1) is paused and cancelled through the safety door's byte, because a plain feed hold leaves an M3 beam
 * burning where it stands; a mill is held with its spindle turning.
 *
 * <p>Source: Grbl 1.1, interface.md; gnea/grbl issue 573.
 */
public final class GrblDriver implements MachineDriver {
    /** At rest the status is asked for less often than in a run. */
    private static final int POLLS_SKIPPED_AT_REST = 5;

    private final WireOpener wires;
    private final Clock clock;
    private final Ticker ticker;
    private final GrblTiming timing;
    private final GrblBoard board;
    private final ReentrantLock talking = new ReentrantLock();
    private final AtomicReference<@Nullable RunControl> running = new AtomicReference<>();
    private volatile @Nullable Session session;
    private int polls;

    /**
     * Drives whatever the opener opens.
     *
     * @param clock the workshop's, for facts
     * @param ticker real time, for time-outs
     */
    public GrblDriver(WireOpener wires, Clock clock, Ticker ticker, GrblTiming timing) {
        this.wires = wires;
        this.clock = clock;
        this.ticker = ticker;
        this.timing = timing;
        this.board = new GrblBoard(clock, ticker, timing.silence());
    }

    /** A driver with the time-outs for real boards. */
    public static GrblDriver over(WireOpener wires, Clock clock) {
        return new GrblDriver(wires, clock, Ticker.system(), GrblTiming.standard());
    }

    /** A wire in use. */
    private record Session(LineLink link, GrblDialogue dialogue, GrblSettings settings, Pulse polling) {}

    @Override
    public FirmwareIdentity connect() {
        talking.lock();
        try {
            @Nullable Session known = connected();
            return known != null ? known.settings().identity() : open();
        } finally {
            talking.unlock();
        }
    }

    private FirmwareIdentity open() {
        Inbox<GrblReply> inbox = new Inbox<>(ticker);
        LineLink link;
        try {
            link = LineLink.start(wires.open(), new Ear(inbox));
        } catch (WireUnavailable e) {
            board.lost(e.getMessage());
            throw new MachineUnreachable(e.getMessage(), e);
        }
        GrblDialogue dialogue = new GrblDialogue(link, timing, ticker, inbox);
        try {
            GrblSettings settings = identify(dialogue);
            board.explainsWith(settings.explanations());
            board.connected();
            dialogue.status();
            Pulse polling =
                    Pulse.every(timing.poll(), "status " + settings.identity().name(), () -> poll(dialogue));
            session = new Session(link, dialogue, settings, polling);
            return settings.identity();
        } catch (WireUnavailable e) {
            link.close();
            throw new MachineUnreachable(e.getMessage(), e);
        } catch (MachineUnreachable e) {
            link.close();
            board.lost(e.getMessage());
            throw e;
        }
    }

    private GrblSettings identify(GrblDialogue dialogue) {
        List<String> identity = dialogue.identify();
        if (identity.isEmpty()) {
            throw new MachineUnreachable("nothing that speaks Grbl answered within "
                    + timing.connect().toSeconds() + " s; is the machine on, and is it the right port and speed?");
        }
        GrblSettings named = GrblSettings.of(identity, List.of());
        dialogue.speakTo(named.bytes());
        if (named.bytes().status() != RealTimeBytes.COMMON.status()) {
            // It heard nothing of the question whether it moves.
            dialogue.bringToRest();
        }
        return GrblSettings.of(identity, told(dialogue, named));
    }

    /** Its settings, and what its numbers mean if it can tell. */
    private static List<String> told(GrblDialogue dialogue, GrblSettings named) {
        List<String> told = new ArrayList<>(dialogue.ask("$$"));
        for (String question : named.tables()) {
            told.addAll(dialogue.ask(question));
        }
        return told;
    }

    private void poll(GrblDialogue dialogue) {
        if (running.get() != null || polls++ % POLLS_SKIPPED_AT_REST == 0) {
            dialogue.send(RealTime.STATUS);
        }
    }

    @Override
    public RunOutcome run(SafeProgram program, RunListener listener) {
        RunControl control = new RunControl();
        if (!running.compareAndSet(null, control)) {
            throw new IllegalStateException("the machine is running a program already");
        }
        talking.lock();
        try {
            Session used = session("run a program");
            board.runs(true);
            GrblRun.Means means = new GrblRun.Means(used.dialogue(), board, used.settings(), clock);
            return new GrblRun(means, control, listener, program).outcome();
        } finally {
            board.runs(false);
            running.set(null);
            talking.unlock();
        }
    }

    @Override
    public void pause() {
        @Nullable RunControl control = running.get();
        @Nullable Session used = connected();
        if (control != null && used != null && !control.paused()) {
            control.pause();
            tryToSend(used, used.settings().isLaser() ? RealTime.DOOR : RealTime.HOLD);
        }
    }

    @Override
    public void resume() {
        @Nullable RunControl control = running.get();
        @Nullable Session used = connected();
        if (control == null || used == null) {
            return;
        }
        State state = board.status().state();
        if (control.paused() || state == State.HOLDING || state == State.WAITING_FOR_PERSON) {
            control.resume();
            if (board.isWaitingForTool()) {
                tryToSend(used, RealTime.TOOL_CHANGED);
            }
            tryToSend(used, RealTime.CONTINUE);
        }
    }

    @Override
    public void cancel() {
        @Nullable RunControl control = running.get();
        if (control != null) {
            control.cancel();
        }
    }

    @Override
    public StopReport stop() {
        long began = ticker.nanos();
        @Nullable RunControl control = running.get();
        if (control == null) {
            return stopMachine(began);
        }
        control.stop();
        StopReport report = stopMachine(began);
        control.stopSeen(report.observed());
        return report;
    }

    private StopReport stopMachine(long began) {
        @Nullable Session used = connected();
        if (used == null) {
            return stopReport(false, began, "not connected; use the machine's own switch");
        }
        long resets = board.resets();
        if (!tryToSend(used, RealTime.RESET)) {
            return stopReport(false, began, "the wire is gone; use the machine's own switch");
        }
        String evidence = board.awaitReset(resets, timing.reset());
        return evidence.isEmpty()
                ? stopReport(false, began, "a reset was sent but nothing confirmed it; use the machine's own switch")
                : stopReport(true, began, evidence);
    }

    private static boolean tryToSend(Session used, RealTime command) {
        try {
            used.dialogue().send(command);
            return true;
        } catch (WireUnavailable e) {
            return false;
        }
    }

    private StopReport stopReport(boolean observed, long began, String evidence) {
        return new StopReport(observed, Duration.ofNanos(ticker.nanos() - began), evidence);
    }

    @Override
    public MachineStatus clear() {
        if (running.get() != null || !talking.tryLock()) {
            return status();
        }
        try {
            GrblDialogue dialogue = session("clear the machine").dialogue();
            dialogue.forget();
            // In a critical alarm nothing but a reset is heard; otherwise it changes nothing, for the machine stands.
            if (!board.alarm().isEmpty()
                    && !(dialogue.brake(false) && !dialogue.ask("$X").isEmpty())) {
                throw new MachineUnreachable("the machine does not answer; switch it off and on");
            }
            dialogue.status();
            return board.status();
        } catch (WireUnavailable e) {
            throw new MachineUnreachable(e.getMessage(), e);
        } finally {
            talking.unlock();
        }
    }

    @Override
    public MachineStatus status() {
        return board.status();
    }

    @Override
    public void close() {
        @Nullable Session used = session;
        if (used != null) {
            used.polling().close();
            used.link().close();
        }
    }

    private Session session(String purpose) {
        @Nullable Session used = connected();
        if (used == null) {
            throw new IllegalStateException("connect before you " + purpose);
        }
        return used;
    }

    private @Nullable Session connected() {
        @Nullable Session used = session;
        return used != null && used.link().isOpen() ? used : null;
    }

    /** Hears for the board and for whoever asks; on the wire's thread. */
    private final class Ear implements LineLink.Listener {
        private final Inbox<GrblReply> inbox;

        Ear(Inbox<GrblReply> inbox) {
            this.inbox = inbox;
        }

        @Override
        public void heard(String line) {
            GrblReply reply = GrblReply.parse(line);
            board.heard(reply);
            inbox.put(reply);
        }

        @Override
        public void rest() {
            inbox.rest();
        }

        @Override
        public void lost(String reason) {
            board.lost(reason);
            inbox.close(reason);
        }
    }
}
