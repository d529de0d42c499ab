package org.cosmofab.orchestrator.preparation.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a program can make the part: slicers end well on meshes of which they print a third. */
public final class Plausibility {
    /** Walls, tops and a thin infill of a large part: never less of the solid, unless the designer wants it hollow. */
    private static final double LEAST = 0.1;

    /** A skirt and thick first lines on top of the solid. */
    private static final double MOST = 1.7;

    /** Of parts this small, skirt and purge are the larger part. */
    private static final double SMALL_MM3 = 1500;

    private static final BigDecimal PERCENT = new BigDecimal(100);

    private Plausibility() {}

    /** What is wrong, if the filament cannot be the part. */
    public static Optional<String> fault(double extrudedMm3, double solidMm3, Map<String, String> hints) {
        double ratio = extrudedMm3 / solidMm3;
        boolean supported = "true".equals(hints.get("supports"));
        boolean plausible =
                extrudedMm3 > 0 && ratio >= least(hints) && (ratio < MOST || extrudedMm3 < SMALL_MM3 || supported);
        return plausible
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the program extrudes %.0f mm3 for a solid of %.0f mm3; check the mesh for missing faces",
                        extrudedMm3,
                        solidMm3));
    }

    private static double least(Map<String, String> hints) {
        double infill = new BigDecimal(hints.getOrDefault("infill", "20"))
                .divide(PERCENT)
                .doubleValue();
        return Math.min(LEAST, infill / 2);
    }
}
