package org.cosmofab.orchestrator.quoting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.materials.MaterialRefusal;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.preparation.Preparation;
import org.cosmofab.orchestrator.preparation.PreparedProgram;
import org.cosmofab.orchestrator.quoting.domain.Estimate;
import org.cosmofab.orchestrator.quoting.domain.PreparedPart;

/** Finds for each part of a design the machine and the material to make it with. Blocks while programs are prepared. */
@ApplicationScoped
class PartPreparation {
    private final Machines machines;
    private final Preparation preparation;
    private final Materials materials;

    PartPreparation(Machines machines, Preparation preparation, Materials materials) {
        this.machines = machines;
        this.preparation = preparation;
        this.materials = materials;
    }

    /** Every part, prepared; refused by the first that cannot be made, or by the material that is short. */
    Result<List<PreparedPart>> prepare(DesignVersion design, int quantity) {
        List<Machine> all = machines.all();
        List<PreparedPart> prepared = new ArrayList<>();
        for (DesignVersion.Part part : design.parts()) {
            Result<PreparedPart> result = prepare(design, part, all);
            Optional<Refusal> refusal = result.fold(done -> Optional.empty(), Optional::of);
            if (refusal.isPresent()) {
                return Result.refused(refusal.get());
            }
            prepared.add(result.orThrow());
        }
        return inStock(prepared, quantity);
    }

    private Result<PreparedPart> prepare(DesignVersion design, DesignVersion.Part part, List<Machine> all) {
        List<Machine> possible = all.stream()
                .filter(machine -> machine.process() == part.process())
                .sorted(Comparator.comparing((Machine machine) -> !isLoaded(machine, part))
                        .thenComparing(machine -> !isThere(machine))
                        .thenComparing(machine -> machine.id().value()))
                .toList();
        Refusal no = Refusal.of(
                        QuoteRefusal.NO_MACHINE_FOR_PART,
                        part.name() + " needs a machine for " + part.process() + "; this workshop has none")
                .with("process", part.process().name());
        for (int i = 0; i < possible.size(); i++) {
            Machine machine = possible.get(i);
            Result<PreparedProgram> program = preparation.prepare(design, part, machine);
            Optional<PreparedProgram> done = program.fold(Optional::of, refusal -> Optional.empty());
            if (done.isPresent()) {
                return lot(machine, part)
                        .fold(
                                lot -> Result.done(new PreparedPart(part, machine, done.get(), lot)),
                                refusal -> Result.refused(about(part.name(), refusal)));
            }
            no = i == 0 ? program.fold(never -> Refusal.of(QuoteRefusal.NO_MACHINE_FOR_PART, ""), r -> r) : no;
        }
        return Result.refused(about(part.name(), no));
    }

    private static Refusal none(DesignVersion.Part part) {
        return Refusal.of(
                        MaterialRefusal.MATERIAL_SHORT,
                        "this workshop never received a lot of " + part.material() + "; receive one first")
                .with("material", part.material().value());
    }

    /** The lot on the machine, or the fullest of the right material: whose price the quote goes by. */
    private Result<LotId> lot(Machine machine, DesignVersion.Part part) {
        return isLoaded(machine, part)
                ? Result.done(machine.loaded().orElseThrow().lot())
                : materials
                        .available(part.material(), 0)
                        .then(stock -> materials
                                .fullest(part.material())
                                .map(lot -> Result.done(lot.id()))
                                .orElseGet(() -> Result.refused(none(part))));
    }

    private Result<List<PreparedPart>> inStock(List<PreparedPart> parts, int quantity) {
        for (Map.Entry<MaterialId, Long> need : Estimate.needs(parts, quantity).entrySet()) {
            Optional<Refusal> refusal =
                    materials.available(need.getKey(), need.getValue()).fold(stock -> Optional.empty(), Optional::of);
            if (refusal.isPresent()) {
                return Result.refused(about(names(parts, need.getKey()), refusal.get()));
            }
        }
        return Result.done(parts);
    }

    private static String names(List<PreparedPart> parts, MaterialId material) {
        return String.join(
                ", ",
                parts.stream()
                        .filter(part -> part.part().material().equals(material))
                        .map(part -> part.part().name())
                        .toList());
    }

    private static Refusal about(String part, Refusal refusal) {
        String detail = refusal.detail().startsWith(part) ? refusal.detail() : part + ": " + refusal.detail();
        return new Refusal(refusal.kind(), detail, refusal.facts()).with("part", part);
    }

    private static boolean isLoaded(Machine machine, DesignVersion.Part part) {
        return machine.loaded().map(Machine.Loaded::material).equals(Optional.of(part.material()));
    }

    private boolean isThere(Machine machine) {
        LiveState.State state = machines.live(machine.id()).state();
        return state != LiveState.State.UNKNOWN && state != LiveState.State.UNREACHABLE;
    }
}
