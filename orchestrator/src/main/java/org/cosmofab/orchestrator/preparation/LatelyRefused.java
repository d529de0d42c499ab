package org.cosmofab.orchestrator.preparation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;

/**
 * What could not be made, remembered by recipe for a while: every plan asks for every part anew, and a slicer takes its time to
 * fail. Forgets after a while, because a slicer may have failed for want of memory.
 */
final class LatelyRefused {
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int COUNT_MAX = 1000;

    /** Mended by putting a file right, which the recipe does not tell. */
    private static final Set<PreparationRefusal> MENDED_ON_DISK =
            Set.of(PreparationRefusal.PART_FILE_MISSING, PreparationRefusal.SHIPPED_PROGRAM_DIFFERS);

    private final RealTime time;
    private final Map<Asked, Refused> refused = new ConcurrentHashMap<>();

    LatelyRefused(RealTime time) {
        this.time = time;
    }

    /** A refusal names the part and its file, so another part of the same content gets words of its own. */
    private record Asked(String recipe, String part, String file) {}

    private record Refused(Refusal refusal, Instant until) {}

    Optional<Refusal> find(DesignVersion.Part part, String recipe) {
        return Optional.ofNullable(refused.get(asked(part, recipe)))
                .filter(each -> time.now().isBefore(each.until()))
                .map(Refused::refusal);
    }

    void remember(DesignVersion.Part part, String recipe, Refusal refusal) {
        if (refusal.kind() instanceof PreparationRefusal kind && MENDED_ON_DISK.contains(kind)) {
            return;
        }
        Instant now = time.now();
        refused.values().removeIf(each -> !now.isBefore(each.until()));
        if (refused.size() < COUNT_MAX) {
            refused.put(asked(part, recipe), new Refused(refusal, now.plus(REMEMBERED)));
        }
    }

    private static Asked asked(DesignVersion.Part part, String recipe) {
        return new Asked(recipe, part.name(), part.file());
    }
}
