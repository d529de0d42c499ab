package org.cosmofab.designs.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.manifest.Dimensions;

/**
 * What else is known of a part.
 *
 * @param declared the size that the manifest declares, not measured
 * @param sources paths of the editable files in the design
 * @param titles by language
 */
public record PartDetails(
        PartSettings settings,
        List<ShippedProgram> programs,
        Optional<Dimensions> declared,
        List<String> sources,
        Map<String, String> titles) {

    public PartDetails {
        programs = List.copyOf(programs);
        sources = List.copyOf(sources);
        titles = Map.copyOf(titles);
    }
}
