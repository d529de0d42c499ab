package org.cosmofab.orchestrator.materials;

import java.util.Map;
import org.cosmofab.orchestrator.kernel.MaterialId;

/**
 * A kind of material.
 *
 * @param names by language
 * @param densityMgPerMm3 milligrams per cubic millimetre (equal to grams per cubic centimetre)
 * @param thicknessMm of a sheet, or diameter of a filament
 */
public record Material(
        MaterialId id, Form form, Map<String, String> names, double densityMgPerMm3, double thicknessMm) {

    public Material {
        names = Map.copyOf(names);
    }

    public String name(String language) {
        return names.getOrDefault(language, names.getOrDefault("en", id.value()));
    }

    /** Milligrams in a length of filament. */
    public long milligramsOfFilament(double lengthMm) {
        double radius = thicknessMm / 2;
        return Math.round(lengthMm * Math.PI * radius * radius * densityMgPerMm3);
    }

    /** Milligrams in an area of sheet. */
    public long milligramsOfSheet(double areaMm2) {
        return Math.round(areaMm2 * thicknessMm * densityMgPerMm3);
    }

    /** How it comes. */
    public enum Form {
        FILAMENT,
        SHEET
    }
}
