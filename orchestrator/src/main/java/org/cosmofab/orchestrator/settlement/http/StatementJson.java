package org.cosmofab.orchestrator.settlement.http;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.settlement.Statement;

/** A statement as the API tells it. */
record StatementJson(
        List<LineJson> lines,
        AmountJson base,
        Statement.Decision decision,
        AmountJson feeGross,
        AmountJson creditsRedeemed,
        AmountJson feeCash,
        AmountJson total,
        List<ShareJson> shares,
        String tariffVersion,
        String policyVersion) {

    /**
     * @param minorUnits in the commodity's smallest unit
     * @param shown with all decimals, for people
     */
    record AmountJson(long minorUnits, String commodity, String shown) {
        static AmountJson of(Amount amount) {
            return new AmountJson(
                    amount.minorUnits(),
                    amount.commodity().name(),
                    amount.toDecimal().toPlainString());
        }
    }

    /** A cost line. */
    record LineJson(Statement.Kind what, String about, AmountJson quantity, AmountJson rate, AmountJson amount) {
        static LineJson of(Statement.Line line) {
            return new LineJson(
                    line.what(),
                    line.about(),
                    AmountJson.of(line.quantity()),
                    AmountJson.of(line.rate()),
                    AmountJson.of(line.amount()));
        }
    }

    /** Where a part of the fee goes. */
    record ShareJson(String party, Optional<Integer> level, Optional<String> design, AmountJson amount) {
        static ShareJson of(Statement.Share share) {
            return new ShareJson(share.party().value(), share.level(), share.design(), AmountJson.of(share.amount()));
        }
    }

    static StatementJson of(Statement statement) {
        return new StatementJson(
                statement.lines().stream().map(LineJson::of).toList(),
                AmountJson.of(statement.base()),
                statement.decision(),
                AmountJson.of(statement.feeGross()),
                AmountJson.of(statement.creditsRedeemed()),
                AmountJson.of(statement.feeCash()),
                AmountJson.of(statement.total()),
                statement.shares().stream().map(ShareJson::of).toList(),
                statement.tariffVersion(),
                statement.policyVersion());
    }
}
