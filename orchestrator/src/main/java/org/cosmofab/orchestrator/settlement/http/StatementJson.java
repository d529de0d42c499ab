package org.cosmofab.orchestrator.settlement.http;

import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.settlement.Statement;

/** A statement as the API tells it. */
record StatementJson(
        List<LineJson> lines,
        Amount base,
        Statement.Decision decision,
        Amount feeGross,
        Amount creditsRedeemed,
        Amount feeCash,
        Amount total,
        List<ShareJson> shares,
        String tariffVersion,
        String policyVersion) {

    /**
     * A cost line.
     *
     * @param measured false if nothing was measured, and so nothing is billed
     */
    record LineJson(Statement.Kind what, String about, boolean measured, Amount quantity, Amount rate, Amount amount) {
        static LineJson of(Statement.Line line) {
            return new LineJson(
                    line.what(), line.about(), line.measured(), line.quantity(), line.rate(), line.amount());
        }
    }

    /** Where a part of the fee goes. */
    record ShareJson(String party, Optional<Integer> level, Optional<String> design, Amount amount) {
        static ShareJson of(Statement.Share share) {
            return new ShareJson(share.party().value(), share.level(), share.design(), share.amount());
        }
    }

    static StatementJson of(Statement statement) {
        return new StatementJson(
                statement.lines().stream().map(LineJson::of).toList(),
                statement.base(),
                statement.decision(),
                statement.feeGross(),
                statement.creditsRedeemed(),
                statement.feeCash(),
                statement.total(),
                statement.shares().stream().map(ShareJson::of).toList(),
                statement.tariffVersion(),
                statement.policyVersion());
    }
}
