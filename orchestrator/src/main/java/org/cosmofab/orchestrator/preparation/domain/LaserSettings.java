package org.cosmofab.orchestrator.preparation.domain;

/**
 * How a material is cut and engraved on a laser.
 *
 * @param kerfMm width that the beam takes away, 0 to 2
 * @param powerMax the S word of full power
 */
public record LaserSettings(Beam cut, Beam engrave, double kerfMm, double powerMax) {

    /**
     * @param powerPercent of full power, more than 0 to 100
     * @param feedMmPerMinute more than 0
     */
    public record Beam(double powerPercent, double feedMmPerMinute) {}
}
