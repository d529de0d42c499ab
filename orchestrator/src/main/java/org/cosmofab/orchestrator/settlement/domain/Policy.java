package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;

/**
 * The association's rule for the commons fee from a day on.
 *
 * @param feePerMille fee of the cost base, in thousandths
 * @param poolPerMille what of the fee goes to the association; the rest to designers
 * @param upstreamPerMille what each level of designers passes to the designs it derives from
 * @param creditsOffset whether one reciprocity credit is set off against one euro of fee
 */
public record Policy(
        String version,
        Instant validFrom,
        int feePerMille,
        int poolPerMille,
        int upstreamPerMille,
        boolean creditsOffset) {

    /**
     * @throws IllegalArgumentException if a share is not between 0 and 1000 thousandths
     */
    public Policy {
        checkPerMille("fee", feePerMille);
        checkPerMille("pool", poolPerMille);
        checkPerMille("upstream", upstreamPerMille);
    }

    private static void checkPerMille(String what, int perMille) {
        if (perMille < 0 || perMille > 1000) {
            throw new IllegalArgumentException(what + " is 0 to 1000 thousandths, not " + perMille);
        }
    }
}
