package org.cosmofab.orchestrator.settlement.domain;

import org.cosmofab.orchestrator.catalog.DesignVersion.LicenceClass;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.cosmofab.orchestrator.settlement.Statement.Enforceability;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;

/**
 * The executable reading of licences, in nine rules; the first that fits decides.
 *
 * <p>Source: Peer Production License, section 4; CoopyLeft, article 3; the membership rule on copyfair of this workshop's association.
 * Where a licence reserves commercial use the rule stands on the licence; where it does not, a fee can only stand on membership.
 *
 * <ol>
 *   <li>Any licence, anybody, to study, share or adapt: free.
 *   <li>Open, anybody, non-commercial: free. So too where a licence reserves commercial use only.
 *   <li>Open, commercial, by anybody but a for-profit: at cost price.
 *   <li>Open, commercial, by a for-profit: with a fee, which is suggested only until the membership terms are accepted.
 *   <li>Peer production, commercial, by a worker co-operative: free.
 *   <li>Peer production or non-commercial, commercial, by others: refused; the licensor may agree otherwise.
 *   <li>CoopyLeft, commercial, by a worker co-operative: free.
 *   <li>CoopyLeft, commercial, by others: refused; the licensor may agree otherwise.
 *   <li>No licence, or none that can be read: refused until a person has cleared it.
 * </ol>
 */
public final class LicenceRules {

    /** What is done with a design. */
    public enum Deed {
        /** View, study, share, adapt and publish with notice. */
        STUDY,
        /** Make it for somebody. */
        FABRICATE
    }

    /**
     * Who asks.
     *
     * @param standing as attested
     * @param termsAccepted whether it accepted the membership terms
     */
    public record Asker(Standing standing, boolean termsAccepted) {}

    private LicenceRules() {}

    /**
     * @param feePerMille of the policy, for the rule that asks a fee
     */
    public static Decision decide(LicenceClass licence, Asker asker, Use use, Deed deed, int feePerMille) {
        if (deed == Deed.STUDY) {
            return free(1, Enforceability.NONE);
        }
        if (licence == LicenceClass.UNKNOWN) {
            return refused(9);
        }
        if (use == Use.NON_COMMERCIAL) {
            return free(2, Enforceability.NONE);
        }
        return commercial(licence, asker, feePerMille);
    }

    private static Decision commercial(LicenceClass licence, Asker asker, int feePerMille) {
        boolean workers = asker.standing() == Standing.WORKER_COOPERATIVE;
        switch (licence) {
            case OPEN:
                return open(asker, feePerMille);
            case PEER_PRODUCTION:
                return workers ? free(5, Enforceability.LICENCE) : refused(6);
            case NON_COMMERCIAL:
                return refused(6);
            case COOPYLEFT:
                return workers ? free(7, Enforceability.LICENCE) : refused(8);
            default:
                return refused(9);
        }
    }

    private static Decision open(Asker asker, int feePerMille) {
        if (asker.standing() != Standing.FOR_PROFIT) {
            return free(3, Enforceability.MEMBERSHIP);
        }
        Enforceability stands = asker.termsAccepted() ? Enforceability.MEMBERSHIP : Enforceability.SUGGESTED;
        return new Decision(4, Verdict.FEE, stands, feePerMille);
    }

    private static Decision free(int rule, Enforceability stands) {
        return new Decision(rule, Verdict.ALLOW, stands, 0);
    }

    private static Decision refused(int rule) {
        return new Decision(rule, Verdict.REFUSE, Enforceability.LICENCE, 0);
    }
}
