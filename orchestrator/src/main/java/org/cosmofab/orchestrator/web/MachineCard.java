package org.cosmofab.orchestrator.web;

import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;

/** One machine's card: its state as a word and a look, what it does until when, and what a person can do now. */
final class MachineCard {
    private static final int WHOLE = 100;

    private final FloorPage.Concern concern;
    private final Machine machine;
    private final LiveState live;
    private final FloorMsg words;
    private final Show show;

    MachineCard(FloorPage.Concern concern, FloorMsg words, Show show) {
        this.concern = concern;
        this.machine = concern.machine();
        this.live = concern.live();
        this.words = words;
        this.show = show;
    }

    FloorView.Card card() {
        Optional<Attempt> open = concern.last().filter(MachineCard::isOpen);
        Optional<FloorPage.Work> shown =
                concern.last().filter(a -> isOpen(a) || unloads()).flatMap(a -> concern.lastWork());
        Optional<Instant> until = live.etaAt().filter(eta -> isAtWork());
        return new FloorView.Card(
                machine.id().value(),
                machine.name(),
                look(),
                what(shown),
                shown.map(w -> String.valueOf(w.order().number())).orElse(null),
                open.map(a -> a.id().toString()).orElse(null),
                percent(),
                isAtWork() ? show.percent(live.fraction()) : left(),
                right(until),
                until.or(this::rightAt).orElse(null),
                new MachineFacts(concern, words, show).list(),
                live.state() != LiveState.State.UNKNOWN,
                can(open));
    }

    /** What this machine waits for a person to do, if it does. */
    Optional<FloorView.Hand> hand() {
        if (live.state() == LiveState.State.WAITING_FOR_PERSON) {
            return Optional.of(hand(words.waitsForPerson(), words.machineWaits(machine.name()), live.detail(), ""));
        }
        if (live.state() == LiveState.State.ALARM) {
            return Optional.of(hand(words.alarm(), words.machineAlarm(machine.name()), live.detail(), ""));
        }
        if (uncertain()) {
            String what = concern.lastWork().map(FloorPage.Work::title).orElse("");
            return Optional.of(hand(words.uncertain(), words.howDidItEnd(machine.name(), what), "", ""));
        }
        if (!unloads()) {
            return Optional.empty();
        }
        String then = concern.next()
                .map(next -> " " + words.mustBeClearedFor(next.work().title()))
                .orElse("");
        String reason = isDone() ? "" : concern.last().map(Attempt::reason).orElse("");
        return Optional.of(hand(words.unload(), ended() + then, reason, clearDoes()));
    }

    private FloorView.Hand hand(String badge, String sentence, String detail, String does) {
        String attempt = uncertain() ? concern.last().orElseThrow().id().toString() : null;
        return new FloorView.Hand(machine.id().value(), badge, sentence, detail, does, attempt);
    }

    /** How the last attempt ended, and how long ago. */
    private String ended() {
        if (concern.last().isEmpty() || concern.lastWork().isEmpty()) {
            return words.neverCleared(machine.name());
        }
        Attempt last = concern.last().get();
        String title = concern.lastWork().get().title();
        String since = show.since(last.endedAt().orElse(last.assignedAt()));
        return last.stage() == Attempt.Stage.DONE
                ? words.finishedBefore(machine.name(), title, since)
                : words.failedBefore(machine.name(), title, since);
    }

    private static boolean isOpen(Attempt attempt) {
        return switch (attempt.stage()) {
            case ASSIGNED, ACCEPTED, RUNNING, UNCERTAIN -> true;
            case DONE, FAILED, CANCELLED, REFUSED, EXPIRED -> false;
        };
    }

    private boolean unloads() {
        return live.state() == LiveState.State.IDLE && !live.cleared() && !uncertain();
    }

    private boolean uncertain() {
        return concern.last().filter(a -> a.stage() == Attempt.Stage.UNCERTAIN).isPresent();
    }

    private boolean isAtWork() {
        return live.state() == LiveState.State.RUNNING || live.state() == LiveState.State.HOLDING;
    }

    private boolean outOfReach() {
        return live.state() == LiveState.State.UNREACHABLE || live.state() == LiveState.State.UNKNOWN;
    }

    private boolean isDone() {
        return concern.last().filter(a -> a.stage() == Attempt.Stage.DONE).isPresent();
    }

    private FloorView.Look look() {
        String word = stateWord();
        if (uncertain()) {
            return new FloorView.Look(word, "off", "off", "unsure");
        }
        return switch (live.state()) {
            case RUNNING -> new FloorView.Look(word, "run", "run", "");
            case IDLE ->
                unloads()
                        ? new FloorView.Look(word, "needs", "warn", isDone() ? "done" : "unsure")
                        : new FloorView.Look(word, "", "ok", "");
            case HOLDING, WAITING_FOR_PERSON -> new FloorView.Look(word, "needs", "warn", "done");
            case ALARM -> new FloorView.Look(word, "alarm", "stop", "unsure");
            case UNREACHABLE, UNKNOWN -> new FloorView.Look(word, "off", "off", "unsure");
        };
    }

    private String stateWord() {
        if (uncertain()) {
            return words.uncertain();
        }
        return switch (live.state()) {
            case RUNNING -> machine.process() == Process.PRINT ? words.printing() : words.cutting();
            case IDLE -> unloads() ? words.unload() : words.ready();
            case HOLDING -> words.paused();
            case WAITING_FOR_PERSON -> words.waitsForPerson();
            case ALARM -> words.alarm();
            case UNREACHABLE, UNKNOWN -> words.noContact();
        };
    }

    /** The line under the track, on the left: the state in other words than the badge's. */
    private String left() {
        if (outOfReach() || uncertain()) {
            return concern.last().filter(MachineCard::isOpen).isPresent() ? words.uncertainNow() : "";
        }
        if (unloads()) {
            return concern.last().isEmpty() ? "" : isDone() ? words.done() : words.notFinished();
        }
        return "";
    }

    private int percent() {
        if (unloads() && isDone()) {
            return WHOLE;
        }
        double fraction = live.lines() > 0
                ? live.fraction()
                : concern.last()
                        .filter(a -> a.lines() > 0 && (isOpen(a) || unloads()))
                        .map(a -> Math.min(1.0, (double) a.line() / a.lines()))
                        .orElse(0.0);
        return (int) Math.round(fraction * WHOLE);
    }

    private String what(Optional<FloorPage.Work> shown) {
        if (live.state() == LiveState.State.UNKNOWN) {
            return words.neverHeard();
        }
        if (live.state() == LiveState.State.ALARM) {
            return words.machineAlarm(machine.name());
        }
        if (shown.isPresent()) {
            String title = shown.get().title();
            if (outOfReach() || uncertain()) {
                return words.lostAt(title, show.percent(percent() / (double) WHOLE));
            }
            return unloads() ? isDone() ? words.finished(title) : words.failedWork(title) : title;
        }
        return concern.next()
                .map(next -> next.start().isAfter(show.now())
                        ? words.nextWork(next.work().title(), show.at(next.start()))
                        : words.nextWorkNow(next.work().title()))
                .orElse(words.nothingToDo());
    }

    private String right(Optional<Instant> until) {
        if (until.isPresent()) {
            return words.doneAt(show.time(until.get()));
        }
        if (live.state() == LiveState.State.UNREACHABLE) {
            return words.lastSeen(show.at(live.heardAt()));
        }
        if (live.state() == LiveState.State.UNKNOWN || isAtWork()) {
            return "";
        }
        return concern.last()
                .flatMap(Attempt::endedAt)
                .map(end -> unloads() ? words.waiting(show.since(end)) : words.lastJob(show.time(end)))
                .orElse("");
    }

    private Optional<Instant> rightAt() {
        if (live.state() == LiveState.State.UNREACHABLE) {
            return Optional.of(live.heardAt());
        }
        return outOfReach() || isAtWork() ? Optional.empty() : concern.last().flatMap(Attempt::endedAt);
    }

    private FloorView.Can can(Optional<Attempt> open) {
        boolean attempt = open.isPresent();
        return new FloorView.Can(
                unloads(),
                attempt && live.state() == LiveState.State.RUNNING,
                attempt && live.state() == LiveState.State.HOLDING,
                !outOfReach() && (isAtWork() || live.state() == LiveState.State.WAITING_FOR_PERSON),
                uncertain(),
                clearDoes());
    }

    private String clearDoes() {
        return machine.process() == Process.PRINT ? words.bedIsClear() : words.sheetIsReady();
    }
}
