package org.cosmofab.orchestrator.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;

/**
 * One immutable release of a design.
 *
 * @param slug short name of the design, the same for all its versions
 * @param titles by language, {@code en} always there
 * @param descriptions by language
 * @param licence SPDX expression of the hardware licence
 * @param contributions recorded work of this version, by party
 * @param parents what it derives from
 * @param pictures paths of pictures in the version's folder
 * @param instructions paths of making instructions by language
 */
public record DesignVersion(
        DesignVersionId id,
        String slug,
        String version,
        Map<String, String> titles,
        Map<String, String> descriptions,
        String licence,
        LicenceClass licenceClass,
        List<Part> parts,
        List<Contribution> contributions,
        List<Parent> parents,
        List<String> pictures,
        Map<String, String> instructions,
        Instant publishedAt) {

    public DesignVersion {
        titles = Map.copyOf(titles);
        descriptions = Map.copyOf(descriptions);
        parts = List.copyOf(parts);
        contributions = List.copyOf(contributions);
        parents = List.copyOf(parents);
        pictures = List.copyOf(pictures);
        instructions = Map.copyOf(instructions);
    }

    /** The title in a language, or in English. */
    public String title(String language) {
        return titles.getOrDefault(language, titles.getOrDefault("en", slug));
    }

    public String description(String language) {
        return descriptions.getOrDefault(language, descriptions.getOrDefault("en", ""));
    }

    /** What a licence allows, coarsely: the licence rules start from it. */
    public enum LicenceClass {
        OPEN,
        PEER_PRODUCTION,
        NON_COMMERCIAL,
        COOPYLEFT,
        UNKNOWN
    }

    /**
     * A file that is made in one process.
     *
     * @param file path in the version's folder
     * @param fileHash SHA-256 of the file, lower-case hex
     * @param quantity copies for one object, at least 1
     * @param hints settings the designer gives, such as layer-height; the workshop may know better
     * @param laser what the laser does with lines of each colour, in this order; empty for the workshop's own way
     * @param shipped a program the designer ships beside the file, if any
     */
    public record Part(
            String name,
            Process process,
            String file,
            String fileHash,
            MaterialId material,
            int quantity,
            Map<String, String> hints,
            List<LaserPass> laser,
            Optional<ShippedProgram> shipped) {
        public Part {
            hints = Map.copyOf(hints);
            laser = List.copyOf(laser);
        }
    }

    /**
     * What the laser does with the lines of one colour.
     *
     * @param colour {@code #rrggbb}, lower case
     * @param powerPercent of full power, more than 0 to 100
     * @param passes 1 to 20
     */
    public record LaserPass(
            String colour, boolean cuts, BigDecimal powerPercent, BigDecimal feedMmPerMinute, int passes) {}

    /**
     * G-code that comes with a part, for workshops without a slicer.
     *
     * @param sourceSha256 of the part's file it was made from
     */
    public record ShippedProgram(String kind, String file, String sha256, String madeWith, String sourceSha256) {
        /** G-code for printers run by Marlin. */
        public static final String MARLIN_FDM = "marlin-fdm";
    }

    /** Recorded work: seconds of a party's work on this version. */
    public record Contribution(PartyId party, long seconds, String kind) {}

    /**
     * An edge of the lineage.
     *
     * @param version the parent's version if this workshop has it
     * @param name what the manifest calls it
     * @param weight relative to the other parents, at least 1
     */
    public record Parent(Optional<DesignVersionId> version, String name, long weight) {}
}
