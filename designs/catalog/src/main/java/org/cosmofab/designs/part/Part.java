package org.cosmofab.designs.part;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing of a design that is made in one process.
 *
 * @param file path in the design of what the process works from (STL, 3MF, SVG, DXF); empty if the design has none
 * @param material the workshop's word for it, such as {@code PLA}
 * @param quantity how many of it one copy of the design needs, at least 1
 */
public record Part(
        String name,
        MakingProcess process,
        Optional<String> file,
        Optional<String> material,
        int quantity,
        PartDetails details) {

    public Part {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity below 1: " + quantity);
        }
    }

    /** Whether a machine can make it from what the design says. */
    public boolean isMakable() {
        return process != MakingProcess.OTHER && file.isPresent() && material.isPresent();
    }

    /** The part's title in that language, or its name. */
    public String title(Locale locale) {
        return details.titles().getOrDefault(locale.getLanguage(), name);
    }
}
