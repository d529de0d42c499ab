package org.cosmofab.orchestrator.preparation.domain;

import java.util.List;

/**
 * What the laser does with the lines of one colour.
 *
 * @param order of this step among the drawing's steps, from 0
 * @param colour {@code #rrggbb}, lower case
 * @param cuts whether it goes through the sheet; else it engraves
 * @param powerPercent of full power, more than 0 to 100
 * @param feedMmPerMinute more than 0
 * @param passes 1 to 20
 */
public record LaserStep(
        int order, String colour, boolean cuts, double powerPercent, double feedMmPerMinute, int passes) {

    /** What is done where a design says nothing: red engraves, then black cuts, as for 3 mm plywood at 40 W. */
    public static List<LaserStep> usual() {
        return List.of(new LaserStep(0, "#ff0000", false, 18, 3000, 1), new LaserStep(1, "#000000", true, 85, 900, 1));
    }
}
