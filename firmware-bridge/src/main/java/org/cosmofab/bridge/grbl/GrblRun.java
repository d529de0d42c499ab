package org.cosmofab.bridge.grbl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.grbl.GrblDialogue.RealTime;
import org.cosmofab.bridge.machine.RunFacts;
import org.cosmofab.bridge.machine.RunListener;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.streaming.OnWire;
import org.cosmofab.bridge.streaming.RunControl;
import org.cosmofab.bridge.streaming.RunMeter;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.jspecify.annotations.Nullable;

/** One program on its way through a Grbl firmware, from the first byte to the safe end. Used once; its state is its monitor's. */
final class GrblRun implements OnWire.Steps<GrblReply> {
    /** Idle reports in a row, with lines unacknowledged, after which it is asked whether an answer was lost. */
    private static final int IDLE_REPORTS_MAX = 5;

    /** Beam and spindle off, then a dwell, which is acknowledged only when all motion is done. */
    private static final List<String> EPILOGUE = List.of("M5", "G4P0");

    /** Answered by what no other command is answered with, so no stray acknowledgement can stand for it. */
    private static final String QUESTION = "$G";

    private final GrblDialogue dialogue;
    private final GrblBoard board;
    private final GrblSettings settings;
    private final RunControl control;
    private final RunListener listener;
    private final Clock clock;
    private final List<SafeProgram.Line> lines;
    private final RunMeter meter = new RunMeter(Dialect.GRBL);
    private final CharacterWindow window;
    private final Deque<Sent> inFlight = new ArrayDeque<>();

    private final StringBuilder burst = new StringBuilder();
    private final Upcoming upcoming;
    private boolean lastGoesAlone;
    private Stage stage = Stage.LINES;
    private Question question = Question.NONE;
    private int questions;
    private int acknowledged;
    private int strays;
    private int idleReports;
    private long silentAfter;
    private Instant startedAt;
    private Instant restedAt;
    private @Nullable GrblEnd end;

    /**
     * A line that is not acknowledged yet.
     *
     * @param index in the program, or -1 for one that is not of it
     * @param questions how often it had been asked before the line was sent
     */
    private record Sent(int index, String text, int questions) {}

    private enum Stage {
        LINES,
        EPILOGUE,
        QUESTION,
        REST
    }

    private enum Question {
        NONE,
        ASKED,
        ANSWERED
    }

    /** What a run works with. */
    record Means(GrblDialogue dialogue, GrblBoard board, GrblSettings settings, Clock clock) {}

    GrblRun(Means means, RunControl control, RunListener listener, SafeProgram program) {
        this.dialogue = means.dialogue();
        this.board = means.board();
        this.settings = means.settings();
        this.clock = means.clock();
        this.control = control;
        this.listener = listener;
        this.lines = program.lines();
        this.upcoming = new Upcoming(lines);
        this.window = new CharacterWindow(settings.windowBytes());
        this.startedAt = clock.instant();
        this.restedAt = startedAt;
    }

    RunOutcome outcome() {
        try {
            return outcome(stream());
        } catch (WireUnavailable e) {
            return lost(e.getMessage());
        } catch (RuntimeException e) {
            // The listener has a bug; the machine must not go on for it.
            brakeBecauseOf(e);
            throw e;
        }
    }

    private void brakeBecauseOf(RuntimeException bug) {
        try {
            dialogue.brake(settings.isLaser());
        } catch (WireUnavailable gone) {
            bug.addSuppressed(gone);
        }
    }

    private GrblEnd stream() {
        if (!board.alarm().isEmpty()) {
            return new GrblEnd.Faulted(board.alarm(), GrblEnd.Remedy.NONE);
        }
        if (!dialogue.synchronise(QUESTION)) {
            return new GrblEnd.Lost("no answer before the first line");
        }
        alive();
        OnWire<GrblReply> onWire = new OnWire<>(this);
        control.whenChanged(onWire::wake);
        dialogue.divert(onWire);
        try {
            GrblEnd ended = look();
            while (ended == null) {
                onWire.await(dialogue.timing().poll());
                ended = look();
            }
            return ended;
        } finally {
            dialogue.divert(null);
            control.whenChanged(() -> {});
        }
    }

    private synchronized @Nullable GrblEnd look() {
        if (end == null) {
            judge();
        }
        if (end == null) {
            feed();
        }
        return end;
    }

    private void judge() {
        if (dialogue.isLost()) {
            end = new GrblEnd.Lost(dialogue.lostReason());
        } else if (control.ending()) {
            end = new GrblEnd.Interrupted();
        } else if (dialogue.deadline(Duration.ZERO) > silentAfter) {
            end = new GrblEnd.Lost(
                    "nothing heard for " + dialogue.timing().silence().toMillis() + " ms");
        }
    }

    private void alive() {
        silentAfter = dialogue.deadline(dialogue.timing().silence());
    }

    @Override
    public boolean isOver() {
        return end != null;
    }

    @Override
    public boolean isEnding() {
        return control.ending() || dialogue.isLost();
    }

    @Override
    public void heard(GrblReply reply) {
        alive();
        hear(reply);
    }

    @Override
    public void feed() {
        if (control.paused()) {
            return;
        }
        if (stage == Stage.LINES) {
            feedLines();
        }
        if (stage == Stage.LINES && upcoming.isEmpty() && inFlight.isEmpty()) {
            stage = Stage.EPILOGUE;
            EPILOGUE.forEach(line -> send(-1, line));
        }
        if (stage == Stage.EPILOGUE && inFlight.isEmpty()) {
            stage = Stage.QUESTION;
            restedAt = clock.instant();
        }
        if (stage == Stage.QUESTION && question == Question.NONE) {
            ask();
        }
    }

    private void feedLines() {
        burst.setLength(0);
        while (!upcoming.isEmpty() && mayGo()) {
            lastGoesAlone = upcoming.goesAlone();
            add(upcoming.taken(), upcoming.text());
            burst.append(upcoming.text()).append('\n');
            upcoming.take();
        }
        if (burst.length() > 0) {
            listener.sending(upcoming.taken());
            dialogue.sendLines(burst);
        }
    }

    /** What touches the settings memory stops the receive interrupt, so nothing else may be on its way meanwhile. */
    private boolean mayGo() {
        boolean alone = upcoming.goesAlone() || lastGoesAlone;
        return inFlight.isEmpty() || !alone && window.hasRoomFor(upcoming.text());
    }

    private void send(int index, String text) {
        lastGoesAlone = false;
        add(index, text);
        dialogue.send(text);
    }

    private void add(int index, String text) {
        window.add(text);
        inFlight.addLast(new Sent(index, text, questions));
    }

    private void ask() {
        question = Question.ASKED;
        questions++;
        window.add(QUESTION);
        dialogue.send(QUESTION);
    }

    private void hear(GrblReply reply) {
        if (reply instanceof GrblReply.Ok) {
            ok();
        } else if (reply instanceof GrblReply.Error error) {
            String text = inFlight.isEmpty() ? QUESTION : inFlight.getFirst().text();
            end = new GrblEnd.Faulted(
                    settings.explanations().error(error.code()) + " ('" + text + "')", GrblEnd.Remedy.BRAKE);
        } else if (reply instanceof GrblReply.Alarm alarm) {
            end = new GrblEnd.Faulted(settings.explanations().alarm(alarm.code()), GrblEnd.Remedy.RESET);
        } else if (reply instanceof GrblReply.Banner) {
            // Lines that were on their way when it did are taken by the restarted board as if nothing had happened.
            end = new GrblEnd.Faulted("the machine restarted: what it was sent is gone", GrblEnd.Remedy.BRAKE);
        } else if (reply instanceof GrblReply.Modes) {
            modes();
        } else if (reply instanceof GrblReply.Status status) {
            status(status.report());
        }
    }

    private void ok() {
        idleReports = 0;
        if (question == Question.ANSWERED) {
            questionDone();
        } else if (inFlight.isEmpty()) {
            strays++;
        } else {
            acknowledge(inFlight.removeFirst());
        }
    }

    private void acknowledge(Sent line) {
        window.remove(line.text());
        if (line.index() >= 0) {
            meter.acknowledged(line.text());
            acknowledged++;
            tell();
        }
    }

    /** All that was sent before the question has been read by now; what has no answer yet will never have one. */
    private void modes() {
        if (question != Question.ASKED) {
            return;
        }
        question = Question.ANSWERED;
        long missing =
                inFlight.stream().filter(line -> line.questions() < questions).count();
        if (missing > 0) {
            end = new GrblEnd.Faulted(
                    missing + " acknowledgement(s) never came: an answer or a line was lost on the wire",
                    GrblEnd.Remedy.BRAKE);
        }
    }

    private void questionDone() {
        question = Question.NONE;
        window.remove(QUESTION);
        if (stage != Stage.QUESTION) {
            return;
        }
        if (strays > 0) {
            end = new GrblEnd.Faulted(
                    strays + " acknowledgement(s) too many: nobody knows which line they were for",
                    GrblEnd.Remedy.BRAKE);
            return;
        }
        stage = Stage.REST;
        dialogue.send(RealTime.STATUS);
    }

    private void status(GrblReport report) {
        boolean idle = report.is("Idle");
        if (stage == Stage.REST && idle) {
            end = new GrblEnd.Done();
            return;
        }
        boolean atProgramStop = !inFlight.isEmpty()
                && CharacterWindow.isProgramStop(inFlight.getFirst().text());
        board.waitsForPerson(atProgramStop && (idle || report.is("Hold")));
        idleReports = idle && !inFlight.isEmpty() && !atProgramStop ? idleReports + 1 : 0;
        if (idleReports >= IDLE_REPORTS_MAX && question == Question.NONE) {
            idleReports = 0;
            ask();
        }
        tell();
    }

    private RunOutcome outcome(GrblEnd how) {
        if (how instanceof GrblEnd.Done) {
            return new RunOutcome.Completed(facts(restedAt));
        }
        if (control.stopped() && !dialogue.isLost()) {
            return stopped();
        }
        if (how instanceof GrblEnd.Faulted fault) {
            return faulted(fault);
        }
        if (how instanceof GrblEnd.Lost gone) {
            return lost(gone.why());
        }
        return dialogue.brake(settings.isLaser())
                ? new RunOutcome.Cancelled(upcoming.lastDone(acknowledged), facts(clock.instant()))
                : lost("the cancel was not confirmed; the machine may still be moving");
    }

    /** Whatever the firmware said to it, it was the stop that ended the run, if the machine was seen to obey it. */
    private RunOutcome stopped() {
        return control.isStopSeenWithin(dialogue.timing().reset().multipliedBy(2))
                ? new RunOutcome.Cancelled(upcoming.lastDone(acknowledged), facts(clock.instant()))
                : lost("the stop was not confirmed; the machine may still be moving, use its own switch");
    }

    private RunOutcome faulted(GrblEnd.Faulted fault) {
        int line = upcoming.oldestOpen(acknowledged);
        Instant endedAt = clock.instant();
        boolean safe = switch (fault.remedy()) {
            case NONE -> true;
            case RESET -> dialogue.reset();
            case BRAKE -> dialogue.brake(settings.isLaser());
        };
        return safe
                ? new RunOutcome.Failed(line, fault.why(), facts(endedAt))
                : lost(fault.why() + "; and the stop was not confirmed");
    }

    private RunOutcome lost(String why) {
        return new RunOutcome.Lost(upcoming.lastDone(acknowledged), why + resetBlindly(), facts(clock.instant()));
    }

    /** If it hears but cannot be heard, its beam goes off at least. */
    private String resetBlindly() {
        try {
            if (!dialogue.isLost()) {
                dialogue.send(RealTime.RESET);
            }
            return "";
        } catch (WireUnavailable e) {
            return "; nor could a last reset be sent";
        }
    }

    private void tell() {
        listener.progressed(acknowledged, lines.size(), board.status());
    }

    /** Grbl has no clock of its own to ask. */
    private RunFacts facts(Instant endedAt) {
        return new RunFacts(
                startedAt,
                endedAt,
                Duration.between(startedAt, endedAt),
                acknowledged,
                meter.extrudedMm(),
                meter.beamOnMm());
    }
}
