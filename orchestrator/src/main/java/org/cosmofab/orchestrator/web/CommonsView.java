package org.cosmofab.orchestrator.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.settlement.Statement;

/** What goes back to the commons, by which rule, and who receives it. */
public record CommonsView(
        String rule, String look, int ruleNumber, List<ShareLine> shares, List<Group> groups, String nothing) {

    /** One receiver. */
    public record ShareLine(String name, String why, String percent, String amount, int look) {}

    /** Receivers of one kind together, for the bar. */
    public record Group(int look, long weight, String percent) {}

    static CommonsView of(Statement statement, DesignVersion design, Parties parties, Locale locale, Show show) {
        RuleMsg rules = RuleMsg.in(locale);
        OrderMsg words = OrderMsg.in(locale);
        boolean suggested = statement.decision().enforceability() == Statement.Enforceability.SUGGESTED;
        long all = statement.shares().stream()
                .mapToLong(s -> s.amount().minorUnits())
                .sum();
        List<ShareLine> shares = statement.shares().stream()
                .map(share -> line(share, all, parties, words, show))
                .toList();
        return new CommonsView(
                Reasons.rule(statement.decision(), design.licence(), show, rules),
                suggested ? "suggested" : "",
                statement.decision().rule(),
                shares,
                groups(statement.shares(), all, show),
                statement.creditsRedeemed().isZero()
                        ? words.nothingInMoney()
                        : words.paidWithCredits(show.quantity(statement.creditsRedeemed())));
    }

    private static ShareLine line(Statement.Share share, long all, Parties parties, OrderMsg words, Show show) {
        String design = share.design().orElse("");
        String why = share.level().isEmpty()
                ? words.shareAssociation()
                : share.level().get() == 0 ? words.shareDesigner(design) : words.shareUpstream(design);
        Amount amount = share.amount();
        return new ShareLine(
                Common.name(share.party(), parties),
                why,
                show.percent((double) amount.minorUnits() / all),
                show.euro(amount),
                look(share));
    }

    private static List<Group> groups(List<Statement.Share> shares, long all, Show show) {
        return IntStream.rangeClosed(0, 2)
                .mapToObj(look -> {
                    long sum = shares.stream()
                            .filter(s -> look(s) == look)
                            .mapToLong(s -> s.amount().minorUnits())
                            .sum();
                    return new Group(look, sum, all == 0 ? "" : show.percent((double) sum / all));
                })
                .filter(group -> group.weight() > 0)
                .toList();
    }

    private static int look(Statement.Share share) {
        return share.level().map(level -> level == 0 ? 1 : 2).orElse(0);
    }
}
