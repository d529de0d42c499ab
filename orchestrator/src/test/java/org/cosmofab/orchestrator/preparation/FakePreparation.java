package org.cosmofab.orchestrator.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Sha256;
import org.cosmofab.orchestrator.machines.Machine;

/** Programs of a length: ten minutes for each part, unless a test says otherwise. */
@Alternative
@ApplicationScoped
public class FakePreparation extends Preparation {
    public static final Duration ESTIMATE = Duration.ofMinutes(10);
    public static final long MILLIGRAMS = 12_000;
    public static final long BYTES = 4096;

    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<ProgramHash, PreparedProgram> programs = new ConcurrentHashMap<>();

    FakePreparation() {
        super(null, null, null, null, null);
    }

    public void refuse(String part, Refusal refusal) {
        refusals.put(part, refusal);
    }

    /** How often a program was asked for. */
    public int asked() {
        return asked.get();
    }

    public void reset() {
        asked.set(0);
        refusals.clear();
    }

    @Override
    public Result<PreparedProgram> prepare(DesignVersion design, DesignVersion.Part part, Machine machine) {
        asked.incrementAndGet();
        if (refusals.containsKey(part.name())) {
            return Result.refused(refusals.get(part.name()));
        }
        String recipe = design.id() + part.name() + machine.id();
        ProgramHash hash = new ProgramHash(Sha256.of(recipe.getBytes(StandardCharsets.UTF_8)));
        PreparedProgram program = new PreparedProgram(
                hash,
                design.id(),
                part.name(),
                machine.id(),
                part.material(),
                ESTIMATE,
                MILLIGRAMS,
                4000,
                1000,
                BYTES,
                PreparedProgram.Origin.SHIPPED,
                "");
        programs.put(hash, program);
        return Result.done(program);
    }

    @Override
    public Optional<PreparedProgram> find(ProgramHash hash, MaterialId material) {
        return Optional.ofNullable(programs.get(hash));
    }
}
