package org.cosmofab.bridge.marlin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.cosmofab.bridge.gcode.SafeProgram;
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
 * A printer that speaks Marlin.
 *
 * <p>{@link #stop()} sends M112, which is no emergency stop: a board without an emergency parser reads it only when its
 * queue has room. The report tells whether it was seen to work; the machine's own switch is the real thing.
 */
public final class MarlinDriver implements MachineDriver {
    static final String REPORT_TEMPERATURES = "M155 S1";

    private final WireOpener wires;
    private final Clock clock;
    private final Ticker ticker;
    private final MarlinTiming timing;
    private final MarlinBoard board;
    private final ReentrantLock talking = new ReentrantLock();
    private final AtomicReference<@Nullable RunControl> running = new AtomicReference<>();
    private volatile @Nullable Session session;

    /**
     * Drives whatever the opener opens.
     *
     * @param clock the workshop's, for facts
     * @param ticker real time, for time-outs
     */
    public MarlinDriver(WireOpener wires, Clock clock, Ticker ticker, MarlinTiming timing) {
        this.wires = wires;
        this.clock = clock;
        this.ticker = ticker;
        this.timing = timing;
        this.board = new MarlinBoard(clock, ticker);
    }

    /** A driver with the time-outs for real boards. */
    public static MarlinDriver over(WireOpener wires, Clock clock) {
        return new MarlinDriver(wires, clock, Ticker.system(), MarlinTiming.standard());
    }

    /** A wire in use. */
    private record Session(LineLink link, MarlinDialogue dialogue, FirmwareIdentity identity, Pulse asking) {}

    @Override
    public FirmwareIdentity connect() {
        talking.lock();
        try {
            @Nullable Session known = connected();
            return known != null ? known.identity() : open();
        } finally {
            talking.unlock();
        }
    }

    private FirmwareIdentity open() {
        Inbox<MarlinReply> inbox = new Inbox<>(ticker);
        LineLink link;
        try {
            link = LineLink.start(wires.open(), new Ear(inbox));
        } catch (WireUnavailable e) {
            board.lost(e.getMessage());
            throw new MachineUnreachable(e.getMessage(), e);
        }
        MarlinDialogue dialogue = new MarlinDialogue(link, board, timing, ticker, inbox);
        try {
            FirmwareIdentity identity = identify(dialogue);
            board.connected();
            board.reportsByItself("1".equals(identity.capabilities().get("AUTOREPORT_TEMP")));
            reportTemperatures(dialogue);
            // An earlier owner may have gone away in the middle of a print.
            MarlinRun.HEAT_OFF.forEach(command -> dialogue.ask(command, () -> false));
            Pulse asking = Pulse.every(timing.probe(), "life of " + identity.name(), () -> askIfSilent(dialogue));
            session = new Session(link, dialogue, identity, asking);
            return identity;
        } catch (WireUnavailable | MachineUnreachable e) {
            link.close();
            board.lost(e.getMessage());
            throw e instanceof MachineUnreachable u ? u : new MachineUnreachable(e.getMessage(), e);
        }
    }

    private FirmwareIdentity identify(MarlinDialogue dialogue) {
        List<String> said = dialogue.identify();
        if (said.isEmpty()) {
            throw new MachineUnreachable("nothing that speaks Marlin answered within "
                    + timing.connect().toSeconds() + " s; is the machine on, is it the right port and speed, and was it"
                    + " switched off and on after an emergency stop?");
        }
        Map<String, String> capabilities = new TreeMap<>();
        said.forEach(line -> MarlinReadings.capability(line, capabilities));
        String name = MarlinReadings.field(said.get(0), "FIRMWARE_NAME");
        int space = name.indexOf(' ');
        return new FirmwareIdentity(
                "marlin",
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1).strip(),
                capabilities);
    }

    private void reportTemperatures(MarlinDialogue dialogue) {
        if (dialogue.restart(() -> false) instanceof MarlinAnswer.Accepted) {
            dialogue.ask(REPORT_TEMPERATURES, () -> false);
        }
    }

    /** At rest a firmware that does not report by itself, or was restarted, would seem to be gone. */
    private void askIfSilent(MarlinDialogue dialogue) {
        if (running.get() == null && board.silentFor().compareTo(timing.probe()) > 0) {
            dialogue.sendPlain("M105");
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
            MarlinDialogue dialogue = session("run a program").dialogue();
            board.does(State.RUNNING);
            return new MarlinRun(dialogue, board, control, listener, clock, program).outcome();
        } finally {
            board.rests();
            running.set(null);
            talking.unlock();
        }
    }

    @Override
    public void pause() {
        @Nullable RunControl control = running.get();
        if (control != null) {
            control.pause();
        }
    }

    @Override
    public void resume() {
        @Nullable RunControl control = running.get();
        if (control == null) {
            return;
        }
        control.resume();
        @Nullable Session used = connected();
        if (used != null && board.status().state() == State.WAITING_FOR_PERSON) {
            try {
                used.dialogue().endWaitForPerson();
            } catch (WireUnavailable e) {
                // The run itself hears that the wire is gone, and tells it as its outcome.
                board.lost(e.getMessage());
            }
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
        try {
            // Unnumbered, or a firmware without an emergency parser takes it for an ordinary command; behind a line
            // end,
            // or one with a parser waits for the end of the line that is in the air. Source: Marlin 2.1.2, e_parser.h.
            used.dialogue().sendPlain("\nM112");
            used.dialogue().sendNumbered("M112");
        } catch (WireUnavailable e) {
            return stopReport(false, began, e.getMessage() + "; use the machine's own switch");
        }
        String words = board.awaitHalt(timing.stop());
        return words.isEmpty()
                ? stopReport(false, began, "M112 was sent but nothing confirmed it; use the machine's own switch")
                : stopReport(true, began, words);
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
            MarlinDialogue dialogue = session("clear the machine").dialogue();
            MarlinAnswer counted = dialogue.restart(() -> false);
            // M999 lifts what "stopped due to errors" left; a halted board answers nothing and needs its switch.
            MarlinAnswer lifted =
                    counted instanceof MarlinAnswer.Accepted ? dialogue.ask("M999", () -> false) : counted;
            if (!(lifted instanceof MarlinAnswer.Accepted || lifted instanceof MarlinAnswer.Refused)) {
                throw new MachineUnreachable("the machine does not answer; switch it off and on");
            }
            board.cleared();
            dialogue.ask(REPORT_TEMPERATURES, () -> false);
            return board.status();
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
            used.asking().close();
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
        private final Inbox<MarlinReply> inbox;

        Ear(Inbox<MarlinReply> inbox) {
            this.inbox = inbox;
        }

        @Override
        public void heard(String line) {
            MarlinReply reply = MarlinReply.parse(line);
            board.heard(reply);
            if (reply instanceof MarlinReply.HostAction action) {
                obey(action.verb());
            } else {
                inbox.put(reply);
            }
        }

        @Override
        public void lost(String reason) {
            board.lost(reason);
            inbox.close(reason);
        }

        /** Only what makes a machine safer or is harmless: any program can print such a line. */
        private void obey(String verb) {
            switch (verb) {
                case "pause", "paused" -> pause();
                case "resume", "resumed" -> resume();
                case "cancel" -> cancel();
                default -> {}
            }
        }
    }
}
