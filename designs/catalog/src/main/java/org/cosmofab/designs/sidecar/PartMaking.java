package org.cosmofab.designs.sidecar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.part.MakingProcess;
import org.cosmofab.designs.part.PartSettings;
import org.cosmofab.designs.part.ShippedProgram;

/** What {@code cosmofab.yml} says about one part; what it leaves out is the manifest's. */
public record PartMaking(
        Optional<MakingProcess> process, Choice choice, PartSettings settings, List<ShippedProgram> programs) {

    /**
     * File, material and number.
     *
     * @param file path in the design
     * @param titles by language
     */
    public record Choice(Optional<String> file, Optional<String> material, int quantity, Map<String, String> titles) {
        public Choice {
            titles = Map.copyOf(titles);
        }
    }

    public PartMaking {
        programs = List.copyOf(programs);
    }

    public static PartMaking unsaid() {
        Choice choice = new Choice(Optional.empty(), Optional.empty(), 1, Map.of());
        return new PartMaking(Optional.empty(), choice, PartSettings.none(), List.of());
    }
}
