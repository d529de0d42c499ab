package org.cosmofab.bridge.marlin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.RunFacts;
import org.cosmofab.bridge.machine.RunListener;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.streaming.RunControl;
import org.cosmofab.bridge.streaming.RunMeter;
import org.cosmofab.bridge.wire.WireUnavailable;

/**
 * One program on its way through a Marlin firmware, from the first line to the safe end. Not thread-safe, used once.
 *
 * <p>A line that the firmware does not know fails the run: what it was to do was not done, and nobody knows how the rest
 * depends on it.
 */
final class MarlinRun {
    static final List<String> HEAT_OFF = List.of("M104 S0", "M140 S0", "M107");
    /** The answer to the last one tells the time. */
    private static final List<String> SAFE_END = List.of("M104 S0", "M140 S0", "M107", "M77", "M31");

    /** Ends a wait for heat or for a person, then brings the axes to rest with what is queued thrown away. */
    private static final List<String> BREAK_OFF = List.of("M108", "M410");

    private static final Duration ASK_TEMPERATURES_EVERY = Duration.ofSeconds(2);

    private final MarlinDialogue dialogue;
    private final MarlinBoard board;
    private final RunControl control;
    private final RunListener listener;
    private final Clock clock;
    private final List<SafeProgram.Line> lines;
    private final RunMeter meter = new RunMeter(Dialect.MARLIN);

    private Instant startedAt;
    private int acknowledged;
    private boolean begun;
    private long temperaturesDue;

    MarlinRun(
            MarlinDialogue dialogue,
            MarlinBoard board,
            RunControl control,
            RunListener listener,
            Clock clock,
            SafeProgram program) {
        this.dialogue = dialogue;
        this.board = board;
        this.control = control;
        this.listener = listener;
        this.clock = clock;
        this.lines = program.lines();
        this.startedAt = clock.instant();
    }

    RunOutcome outcome() {
        dialogue.whenNoted(this::tell);
        try {
            return outcome(stream());
        } finally {
            dialogue.whenNoted(() -> {});
        }
    }

    private MarlinAnswer stream() {
        try {
            MarlinAnswer last = begin();
            while (isAccepted(last) && acknowledged < lines.size()) {
                last = next();
            }
            return isAccepted(last) ? finish() : last;
        } catch (WireUnavailable e) {
            return new MarlinAnswer.Lost(e.getMessage());
        } catch (RuntimeException e) {
            // The listener has a bug; the machine must not stay hot for it, so it is told nothing more.
            dialogue.whenNoted(() -> {});
            makeSafe();
            throw e;
        }
    }

    /** M105 behind M400, because its answer is like no other: a stray {@code ok} cannot end the run too early. */
    private MarlinAnswer finish() {
        MarlinAnswer rested = ask("M400");
        return isAccepted(rested) ? ask("M105") : rested;
    }

    private MarlinAnswer begin() {
        startedAt = clock.instant();
        MarlinAnswer ready = dialogue.restart(control::ending);
        // A print timer that an earlier owner left running would not start afresh.
        for (String command : List.of("M77", "M75", MarlinDriver.REPORT_TEMPERATURES)) {
            ready = isAccepted(ready) ? tolerated(ask(command)) : ready;
        }
        return ready;
    }

    private MarlinAnswer next() {
        if (control.paused()) {
            MarlinAnswer waited = hold();
            if (!(waited instanceof MarlinAnswer.Interrupted) || control.ending()) {
                return waited;
            }
        }
        if (!board.isReportingByItself() && dialogue.deadline(Duration.ZERO) > temperaturesDue) {
            temperaturesDue = dialogue.deadline(ASK_TEMPERATURES_EVERY);
            MarlinAnswer told = ask("M105");
            if (!isAccepted(told)) {
                return told;
            }
        }
        return line(lines.get(acknowledged).text());
    }

    private MarlinAnswer line(String text) {
        begun = true;
        listener.sending(acknowledged + 1);
        MarlinAnswer answer = ask(text);
        if (isAccepted(answer)) {
            meter.acknowledged(text);
            acknowledged++;
            tell();
        }
        return answer;
    }

    private MarlinAnswer hold() {
        board.does(State.HOLDING);
        tell();
        MarlinAnswer waited = dialogue.idle(() -> !control.paused());
        board.does(State.RUNNING);
        return waited;
    }

    private RunOutcome outcome(MarlinAnswer end) {
        Instant endedAt = clock.instant();
        if (end instanceof MarlinAnswer.Accepted) {
            return completed(endedAt);
        }
        if (control.stopped() && !dialogue.isLost()) {
            return stopped(endedAt);
        }
        if (end instanceof MarlinAnswer.Refused refused) {
            return failed(refused.why(), endedAt);
        }
        if (end instanceof MarlinAnswer.Broken broken) {
            return new RunOutcome.Failed(lineNow(), broken.why(), facts(endedAt, Optional.empty()));
        }
        if (end instanceof MarlinAnswer.Lost lost) {
            coolBlindly();
            return lost(lost.why(), endedAt);
        }
        return interrupted(((MarlinAnswer.Interrupted) end).inFlight());
    }

    /** Whatever the firmware said to it, it was the stop that ended the run, if the machine was seen to obey it. */
    private RunOutcome stopped(Instant endedAt) {
        if (control.isStopSeenWithin(dialogue.timing().stop().multipliedBy(2))) {
            return new RunOutcome.Cancelled(lineBefore(), facts(endedAt, Optional.empty()));
        }
        coolBlindly();
        return lost("the stop was not confirmed; the machine may be moving and hot, use its own switch", endedAt);
    }

    private RunOutcome completed(Instant endedAt) {
        SafeEnd safe = makeSafe();
        return safe.confirmed()
                ? new RunOutcome.Completed(facts(endedAt, safe.timer()))
                : lost("every line was done, but that the heaters are off was not confirmed", endedAt);
    }

    private RunOutcome failed(String why, Instant endedAt) {
        int line = lineNow();
        SafeEnd safe = breakOff(0);
        return safe.confirmed()
                ? new RunOutcome.Failed(line, why, facts(endedAt, safe.timer()))
                : lost(why + "; and that the heaters are off was not confirmed", endedAt);
    }

    private RunOutcome interrupted(int inFlight) {
        SafeEnd safe = breakOff(inFlight);
        return safe.confirmed()
                ? new RunOutcome.Cancelled(lineBefore(), facts(clock.instant(), safe.timer()))
                : lost("the cancel was not confirmed; the machine may be moving and hot", clock.instant());
    }

    private RunOutcome lost(String why, Instant endedAt) {
        return new RunOutcome.Lost(lineBefore(), why, facts(endedAt, Optional.empty()));
    }

    /**
     * How the safe end went.
     *
     * @param confirmed whether the firmware said so, or has halted by itself with its heaters off
     * @param timer what its print timer told
     */
    private record SafeEnd(boolean confirmed, Optional<Duration> timer) {}

    private SafeEnd breakOff(int pending) {
        try {
            dialogue.urge(BREAK_OFF, pending);
        } catch (WireUnavailable e) {
            return new SafeEnd(false, Optional.empty());
        }
        return makeSafe();
    }

    /** Heaters and fan off, print timer stopped and read; as far as the firmware still answers. */
    private SafeEnd makeSafe() {
        MarlinAnswer last = dialogue.restart(() -> false);
        for (String command : SAFE_END) {
            last = isAccepted(last) ? tolerated(dialogue.ask(command, () -> false)) : last;
        }
        boolean confirmed = isAccepted(last) || last instanceof MarlinAnswer.Broken;
        return new SafeEnd(
                confirmed,
                last instanceof MarlinAnswer.Accepted told
                        ? told.said().stream()
                                .map(MarlinReadings::printTime)
                                .flatMap(Optional::stream)
                                .findFirst()
                        : Optional.empty());
    }

    /** If the firmware hears but cannot be heard, it cools at least. */
    private void coolBlindly() {
        if (!dialogue.isLost()) {
            try {
                HEAT_OFF.forEach(dialogue::sendPlain);
            } catch (WireUnavailable e) {
                dialogue.noted();
            }
        }
    }

    private MarlinAnswer ask(String command) {
        return dialogue.ask(command, control::ending);
    }

    private void tell() {
        listener.progressed(acknowledged, lines.size(), board.status());
    }

    private RunFacts facts(Instant endedAt, Optional<Duration> timer) {
        Duration elapsed = Duration.between(startedAt, endedAt);
        return new RunFacts(
                startedAt, endedAt, timer.orElse(elapsed), acknowledged, meter.extrudedMm(), meter.beamOnMm());
    }

    /** The line that was being done, by its number in the source; 0 if none was sent. */
    private int lineNow() {
        return !begun ? 0 : lines.get(Math.min(acknowledged, lines.size() - 1)).number();
    }

    private int lineBefore() {
        return acknowledged == 0 ? 0 : lines.get(acknowledged - 1).number();
    }

    private static boolean isAccepted(MarlinAnswer answer) {
        return answer instanceof MarlinAnswer.Accepted;
    }

    /** Not every firmware has a timer or reports by itself, and a program runs without either. */
    private static MarlinAnswer tolerated(MarlinAnswer answer) {
        return answer instanceof MarlinAnswer.Refused ? new MarlinAnswer.Accepted(List.of()) : answer;
    }
}
