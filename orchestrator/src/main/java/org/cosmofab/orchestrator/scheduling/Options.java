package org.cosmofab.orchestrator.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.preparation.Preparation;
import org.cosmofab.orchestrator.preparation.PreparationRefusal;
import org.cosmofab.orchestrator.scheduling.Schedule.Waiting;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot.Option;
import org.jboss.logging.Logger;

/** What each machine would need for a part: by the program prepared for it. */
@ApplicationScoped
class Options {
    private static final Logger LOG = Logger.getLogger(Options.class);

    private final Preparation preparation;

    Options(Preparation preparation) {
        this.preparation = preparation;
    }

    /**
     * Options on the machines of the part's process; blocks while a slicer works.
     *
     * @param anyLoad also on machines that have another material on them
     */
    Map<MachineId, Option> of(DesignVersion design, DesignVersion.Part part, List<Machine> machines, boolean anyLoad) {
        Map<MachineId, Option> options = new HashMap<>();
        for (Machine machine : machines) {
            boolean loaded = machine.loaded().map(Machine.Loaded::material).equals(Optional.of(part.material()));
            if (machine.process() == part.process() && (anyLoad || loaded)) {
                options.put(machine.id(), option(design, part, machine));
            }
        }
        return options;
    }

    private Option option(DesignVersion design, DesignVersion.Part part, Machine machine) {
        try {
            return preparation
                    .prepare(design, part, machine)
                    .fold(
                            program -> new Option.Takes(program.estimate()),
                            refusal -> new Option.Impossible(waiting(refusal, part, machine)));
        } catch (RuntimeException failure) {
            // One part that cannot be prepared must not keep all others from being planned.
            LOG.errorf(failure, "preparing %s of %s for %s failed", part.name(), design.slug(), machine.id());
            return new Option.Impossible(waiting(part, machine, "preparation failed: see the log"));
        }
    }

    private static Waiting waiting(Refusal refusal, DesignVersion.Part part, Machine machine) {
        if (refusal.kind() == PreparationRefusal.PART_TOO_LARGE) {
            return new Waiting(
                    Waiting.Code.DOES_NOT_FIT,
                    Map.of("part", part.name(), "machine", machine.id().value(), "reason", refusal.detail()));
        }
        return waiting(part, machine, refusal.detail());
    }

    private static Waiting waiting(DesignVersion.Part part, Machine machine, String reason) {
        return new Waiting(
                Waiting.Code.PROGRAM_REFUSED,
                Map.of("part", part.name(), "machine", machine.id().value(), "reason", reason));
    }
}
