package org.cosmofab.orchestrator.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.scheduling.Placement;

/** One machine's card: its state as a word and a look, what it does until when, and what a person can do now. */
final class MachineCard {
    private final Machine machine;
    private final LiveState live;
    private final FloorMsg words;
    private final Show show;

    MachineCard(Machine machine, LiveState live, FloorMsg words, Show show) {
        this.machine = machine;
        this.live = live;
        this.words = words;
        this.show = show;
    }

    FloorView.Card of(Optional<Attempt> last, Map<OperationId, FloorPage.Work> works, Optional<Placement> next) {
        Optional<Attempt> now = last.filter(this::isOpen);
        Optional<FloorPage.Work> work = last.filter(a -> isOpen(a) || unloads()).map(a -> works.get(a.operation()));
        Optional<Instant> until = live.etaAt().filter(eta -> isAtWork());
        return new FloorView.Card(
                machine.id().value(),
                machine.name(),
                look(),
                what(work, last, works, next),
                work.map(w -> String.valueOf(w.order().number())).orElse(null),
                now.map(a -> a.id().toString()).orElse(null),
                unloads() && last.isPresent() ? 100 : (int) Math.round(live.fraction() * 100),
                isAtWork() ? show.percent(live.fraction()) : stateWord(),
                right(until, last),
                until.or(() -> last.flatMap(Attempt::endedAt)).orElse(null),
                facts(),
                can(now));
    }

    Optional<FloorView.Hand> hand(
            Optional<Attempt> last, Map<OperationId, FloorPage.Work> works, Optional<Placement> next) {
        if (live.state() == LiveState.State.WAITING_FOR_PERSON) {
            return Optional.of(new FloorView.Hand(
                    machine.id().value(),
                    words.waitsForPerson(),
                    words.machineWaits(machine.name(), live.detail()),
                    ""));
        }
        if (!unloads()) {
            return Optional.empty();
        }
        String finished = last.flatMap(a -> Optional.ofNullable(works.get(a.operation())))
                .map(work -> words.finishedBefore(
                        machine.name(),
                        work.title(),
                        show.since(last.get().endedAt().orElse(last.get().assignedAt()))))
                .orElse(words.neverCleared(machine.name()));
        String then = next.flatMap(p -> Optional.ofNullable(works.get(p.operation())))
                .map(work -> " " + words.mustBeClearedFor(work.title()))
                .orElse("");
        return Optional.of(new FloorView.Hand(machine.id().value(), words.unload(), finished + then, clearDoes()));
    }

    private boolean isOpen(Attempt attempt) {
        return switch (attempt.stage()) {
            case ASSIGNED, ACCEPTED, RUNNING, UNCERTAIN -> true;
            case DONE, FAILED, CANCELLED, REFUSED, EXPIRED -> false;
        };
    }

    private boolean unloads() {
        return live.state() == LiveState.State.IDLE && !live.cleared();
    }

    private boolean isAtWork() {
        return live.state() == LiveState.State.RUNNING || live.state() == LiveState.State.HOLDING;
    }

    private FloorView.Look look() {
        String word = stateWord();
        return switch (live.state()) {
            case RUNNING -> new FloorView.Look(word, "run", "run", "");
            case IDLE ->
                live.cleared()
                        ? new FloorView.Look(word, "", "ok", "")
                        : new FloorView.Look(word, "needs", "warn", "done");
            case HOLDING, WAITING_FOR_PERSON -> new FloorView.Look(word, "needs", "warn", "");
            case ALARM -> new FloorView.Look(word, "needs", "stop", "unsure");
            case UNREACHABLE, UNKNOWN -> new FloorView.Look(word, "off", "off", "unsure");
        };
    }

    private String stateWord() {
        return switch (live.state()) {
            case RUNNING -> machine.process() == Process.PRINT ? words.printing() : words.cutting();
            case IDLE -> live.cleared() ? words.ready() : words.unload();
            case HOLDING -> words.paused();
            case WAITING_FOR_PERSON -> words.waitsForPerson();
            case ALARM -> words.alarm();
            case UNREACHABLE, UNKNOWN -> words.noContact();
        };
    }

    private String what(
            Optional<FloorPage.Work> work,
            Optional<Attempt> last,
            Map<OperationId, FloorPage.Work> works,
            Optional<Placement> next) {
        if (live.state() == LiveState.State.ALARM) {
            return live.detail();
        }
        if (live.state() == LiveState.State.UNREACHABLE && work.isPresent()) {
            return words.lostAt(work.get().title(), show.percent(live.fraction()));
        }
        if (work.isPresent()) {
            return unloads() ? words.finished(work.get().title()) : work.get().title();
        }
        return next.flatMap(p -> Optional.ofNullable(works.get(p.operation()))
                        .map(w -> words.nextWork(w.title(), show.time(p.start()))))
                .orElse(words.nothingToDo());
    }

    private String right(Optional<Instant> until, Optional<Attempt> last) {
        if (until.isPresent()) {
            return words.doneAt(show.time(until.get()));
        }
        if (live.state() == LiveState.State.UNREACHABLE || live.state() == LiveState.State.UNKNOWN) {
            return words.lastSeen(show.time(live.heardAt()));
        }
        return last.flatMap(Attempt::endedAt)
                .map(end -> unloads() ? words.waiting(show.since(end)) : words.lastJob(show.time(end)))
                .orElse("");
    }

    private List<FloorView.Fact> facts() {
        List<FloorView.Fact> facts = new ArrayList<>();
        temperature("nozzle", words.nozzle(), facts);
        temperature("bed", words.bed(), facts);
        if (machine.process() != Process.PRINT) {
            live.beamPower()
                    .filter(p -> machine.limits().powerMax() > 0)
                    .ifPresent(power -> facts.add(new FloorView.Fact(
                            words.beam(), show.percent(power / machine.limits().powerMax()), "")));
            live.feedMmPerMinute()
                    .ifPresent(feed ->
                            facts.add(new FloorView.Fact(words.feed(), show.number(Math.round(feed)), "mm/min")));
        }
        machine.loaded()
                .ifPresent(loaded -> facts.add(new FloorView.Fact(
                        words.loaded(),
                        loaded.material().value(),
                        words.lot(loaded.lot().value()))));
        return facts;
    }

    private void temperature(String sensor, String name, List<FloorView.Fact> facts) {
        Optional.ofNullable(live.temperatures().get(sensor))
                .ifPresent(t -> facts.add(
                        new FloorView.Fact(name, show.degrees(t.actual()), "/ " + show.degrees(t.target()) + " °C")));
    }

    private FloorView.Can can(Optional<Attempt> now) {
        boolean attempt = now.isPresent();
        boolean uncertain =
                now.filter(a -> a.stage() == Attempt.Stage.UNCERTAIN).isPresent();
        boolean inReach = live.state() != LiveState.State.UNREACHABLE && live.state() != LiveState.State.UNKNOWN;
        return new FloorView.Can(
                unloads(),
                attempt && live.state() == LiveState.State.RUNNING,
                attempt && live.state() == LiveState.State.HOLDING,
                inReach && (isAtWork() || live.state() == LiveState.State.WAITING_FOR_PERSON),
                uncertain,
                clearDoes());
    }

    private String clearDoes() {
        return machine.process() == Process.PRINT ? words.bedIsClear() : words.sheetIsReady();
    }
}
