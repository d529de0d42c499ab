package org.cosmofab.orchestrator.settlement.domain;

import java.util.List;
import java.util.function.Function;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.settlement.Statement;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.cosmofab.orchestrator.settlement.Statement.Enforceability;
import org.cosmofab.orchestrator.settlement.Statement.Line;
import org.cosmofab.orchestrator.settlement.Statement.Share;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;

/**
 * Makes a statement of cost lines and a decision.
 *
 * <p>The fee is rounded half up to the cent, then reciprocity credits are set off, cent for cent. A suggested fee is shown and not
 * asked for. The total is the base, rounded half up to the cent, and the fee in cash.
 */
public final class Pricing {

    private Pricing() {}

    /**
     * @param creditsHeld reciprocity credits of the requester
     * @param shares where a fee goes
     */
    public static Statement statement(
            List<Line> lines,
            Decision decision,
            Amount creditsHeld,
            Tariff tariff,
            Policy policy,
            Function<Amount, List<Share>> shares) {
        Amount base = lines.stream().map(Line::amount).reduce(Amount.microEuro(0), Amount::plus);
        Amount gross = fee(base, decision);
        boolean asked = decision.enforceability() != Enforceability.SUGGESTED;
        Amount redeemed = asked && policy.creditsOffset() ? redeemed(gross, creditsHeld) : Amount.zero(Commodity.RC);
        Amount cash = asked ? gross.minus(inEuro(redeemed)) : Amount.microEuro(0);
        return new Statement(
                lines,
                base,
                decision,
                gross,
                redeemed,
                cash,
                Amount.microEuro(Rounding.toCents(base.minorUnits())).plus(cash),
                shares.apply(cash),
                tariff.version(),
                policy.version());
    }

    private static Amount fee(Amount base, Decision decision) {
        if (decision.verdict() != Verdict.FEE) {
            return Amount.microEuro(0);
        }
        long cents = Rounding.halfUp(base.minorUnits(), decision.ratePerMille(), 1000 * Rounding.MICRO_EURO_PER_CENT);
        return Amount.microEuro(Math.multiplyExact(cents, Rounding.MICRO_EURO_PER_CENT));
    }

    /** One credit for one euro: a hundredth of a credit for a cent. */
    private static Amount redeemed(Amount fee, Amount held) {
        long cents = fee.minorUnits() / Rounding.MICRO_EURO_PER_CENT;
        return new Amount(Math.max(0, Math.min(cents, held.minorUnits())), Commodity.RC);
    }

    private static Amount inEuro(Amount credits) {
        return Amount.microEuro(Math.multiplyExact(credits.minorUnits(), Rounding.MICRO_EURO_PER_CENT));
    }
}
