package org.cosmofab.orchestrator.scheduling.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.scheduling.Schedule.Waiting;
import org.cosmofab.orchestrator.scheduling.Schedule.Waiting.Code;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.MachineFacts;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Option;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Wanted;

/** Which machine may take an operation, and what stands in the way of the others. */
final class Eligibility {
    /** The easier a thing is put right, the earlier it is named. */
    private static final List<Code> EASIEST_FIRST = List.of(
            Code.MACHINE_OUT_OF_REACH,
            Code.MATERIAL_NOT_LOADED,
            Code.PROGRAM_REFUSED,
            Code.DOES_NOT_FIT,
            Code.NO_MACHINE_FOR_PROCESS);

    private Eligibility() {}

    /** What keeps this machine from making it, if anything does. */
    static Optional<Waiting> obstacle(Wanted wanted, MachineFacts machine) {
        if (machine.process() != wanted.process()) {
            return Optional.of(noMachine(wanted));
        }
        if (!wanted.asked() && !machine.loaded().equals(Optional.of(wanted.material()))) {
            return Optional.of(notLoaded(wanted, machine));
        }
        Option option = wanted.options().get(machine.id());
        if (option == null) {
            return Optional.of(waiting(Code.PROGRAM_REFUSED, wanted, machine, "reason", "not prepared yet"));
        }
        Optional<Waiting> refused = option.fold(takes -> Optional.empty(), no -> Optional.of(no.why()));
        if (refused.isPresent() || wanted.asked() || machine.reachable()) {
            return refused;
        }
        return Optional.of(waiting(Code.MACHINE_OUT_OF_REACH, wanted, machine, "process", process(wanted)));
    }

    /** Why no machine takes it, told by the obstacle that is put right most easily. */
    static Waiting reason(Wanted wanted, List<MachineFacts> machines) {
        return machines.stream()
                .filter(machine -> machine.process() == wanted.process())
                .sorted(Comparator.comparing(machine -> machine.id().value()))
                .flatMap(machine -> obstacle(wanted, machine).stream())
                .min(Comparator.comparingInt(waiting -> EASIEST_FIRST.indexOf(waiting.code())))
                .orElseGet(() -> noMachine(wanted));
    }

    private static Waiting noMachine(Wanted wanted) {
        return new Waiting(Code.NO_MACHINE_FOR_PROCESS, Map.of("part", wanted.part(), "process", process(wanted)));
    }

    private static Waiting notLoaded(Wanted wanted, MachineFacts machine) {
        String loaded = machine.loaded().map(Object::toString).orElse("");
        return new Waiting(
                Code.MATERIAL_NOT_LOADED,
                Map.of(
                        "part",
                        wanted.part(),
                        "machine",
                        machine.id().value(),
                        "material",
                        wanted.material().value(),
                        "loaded",
                        loaded));
    }

    private static Waiting waiting(Code code, Wanted wanted, MachineFacts machine, String fact, String value) {
        return new Waiting(
                code, Map.of("part", wanted.part(), "machine", machine.id().value(), fact, value));
    }

    private static String process(Wanted wanted) {
        return wanted.process().name();
    }
}
