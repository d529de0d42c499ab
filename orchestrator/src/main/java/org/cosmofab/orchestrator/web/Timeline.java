package org.cosmofab.orchestrator.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;

/** How far an order and its operations are, step by step. */
final class Timeline {

    private Timeline() {}

    static List<OrderPages.Step> of(Order order, List<Attempt> attempts, OrderMsg words, Show show) {
        List<OrderPages.Step> steps = new ArrayList<>();
        steps.add(step(order, Order.Stage.PLACED, words, show));
        if (order.stage() == Order.Stage.CANCELLED) {
            Instant at = order.milestones().get(Order.Stage.CANCELLED);
            String when = at == null ? "" : show.time(at);
            steps.add(new OrderPages.Step(words.stageCancelled(), "off", when, at));
            return steps;
        }
        for (Process process : Process.values()) {
            List<Operation> operations = order.operations().stream()
                    .filter(o -> o.process() == process)
                    .toList();
            if (!operations.isEmpty()) {
                steps.add(process(process, operations, attempts, words, show));
            }
        }
        steps.add(step(order, Order.Stage.MADE, words, show));
        steps.add(step(order, Order.Stage.SETTLED, words, show));
        steps.add(step(order, Order.Stage.PAID, words, show));
        steps.add(step(order, Order.Stage.DISTRIBUTED, words, show));
        return steps;
    }

    private static OrderPages.Step step(Order order, Order.Stage stage, OrderMsg words, Show show) {
        Instant at = order.milestones().get(stage);
        String word = stage == Order.Stage.SETTLED ? words.settledWord() : stage(stage, words);
        return at == null
                ? new OrderPages.Step(word, "todo", words.notYet(), null)
                : new OrderPages.Step(word, "", show.time(at), at);
    }

    private static OrderPages.Step process(
            Process process, List<Operation> operations, List<Attempt> attempts, OrderMsg words, Show show) {
        String word = switch (process) {
            case PRINT -> words.printed();
            case LASER -> words.cutWord();
            case MILL -> words.milled();
        };
        long done = operations.stream()
                .filter(o -> o.stage() == Operation.Stage.DONE)
                .count();
        Optional<Instant> end = attempts.stream()
                .filter(a -> operations.stream().anyMatch(o -> o.id().equals(a.operation())))
                .flatMap(a -> a.endedAt().stream())
                .max(Comparator.naturalOrder());
        if (done == operations.size() && end.isPresent()) {
            return new OrderPages.Step(word, "", show.time(end.get()), end.get());
        }
        boolean begun = done > 0 || operations.stream().anyMatch(o -> o.stage() == Operation.Stage.RUNNING);
        return new OrderPages.Step(word, begun ? "here" : "todo", done + " / " + operations.size(), null);
    }

    static OrderPages.MakingLine line(
            Order order, Operation operation, Optional<Attempt> last, Names names, OrderMsg words, Show show) {
        boolean decides = operation.stage() == Operation.Stage.NEEDS_PERSON;
        boolean retry = decides
                && last.filter(a -> a.stage() != Attempt.Stage.UNCERTAIN).isPresent();
        String progress = last.filter(a -> a.stage() == Attempt.Stage.RUNNING && a.lines() > 0)
                .map(a -> words.atLine(a.line(), a.lines()))
                .orElse("");
        return new OrderPages.MakingLine(
                Common.part(order, operation),
                last.map(Attempt::reason).filter(r -> !r.isEmpty()).orElse(progress),
                last.map(a -> names.machine(a.machine().value())).orElse(""),
                state(operation.stage(), words),
                look(operation.stage()),
                retry ? last.orElseThrow().id().toString() : null,
                last.flatMap(Attempt::used)
                        .map(u -> show.duration(u.machineSeconds()))
                        .orElse("–"),
                last.flatMap(Attempt::used)
                        .map(u -> show.grams(u.milligrams()) + " · "
                                + names.lot(u.lot().value()))
                        .orElse(""));
    }

    static String stage(Order.Stage stage, OrderMsg words) {
        return switch (stage) {
            case PLACED -> words.stagePlaced();
            case MAKING -> words.stageMaking();
            case MADE -> words.stageMade();
            case SETTLED -> words.stageSettled();
            case PAID -> words.stagePaid();
            case DISTRIBUTED -> words.stageDistributed();
            case CANCELLED -> words.stageCancelled();
        };
    }

    static String look(Order.Stage stage) {
        return switch (stage) {
            case PLACED, MADE -> "";
            case MAKING -> "run";
            case SETTLED -> "warn";
            case PAID, DISTRIBUTED -> "ok";
            case CANCELLED -> "off";
        };
    }

    private static String state(Operation.Stage stage, OrderMsg words) {
        return switch (stage) {
            case WAITING -> words.stateWaiting();
            case ASSIGNED -> words.stateAssigned();
            case RUNNING -> words.stateRunning();
            case DONE -> words.stateDone();
            case NEEDS_PERSON -> words.stateNeedsPerson();
            case CANCELLED -> words.stageCancelled();
        };
    }

    private static String look(Operation.Stage stage) {
        return switch (stage) {
            case WAITING, ASSIGNED -> "";
            case RUNNING -> "run";
            case DONE -> "ok";
            case NEEDS_PERSON -> "warn";
            case CANCELLED -> "off";
        };
    }
}
