package org.cosmofab.designs.part;

import java.math.BigDecimal;

/**
 * What the laser does with the lines of one colour.
 *
 * @param colour {@code #rrggbb}, lower case
 * @param powerPercent of the machine's full power, above 0 up to 100
 * @param speedMmPerMinute above 0
 * @param passes 1 to 20
 */
public record LaserPass(
        String colour, Effect effect, BigDecimal powerPercent, BigDecimal speedMmPerMinute, int passes) {

    /** Through the sheet, or into its surface. */
    public enum Effect {
        CUT,
        ENGRAVE
    }
}
