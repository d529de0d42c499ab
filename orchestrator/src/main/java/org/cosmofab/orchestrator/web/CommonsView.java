package org.cosmofab.orchestrator.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.settlement.Statement;

/** What goes back to the commons, by which rule, and who receives it. */
public record CommonsView(
        String rule, String look, int ruleNumber, List<ShareLine> shares, List<Group> groups, String nothing) {
    private static final int WHOLE = 100;

    /** One receiver. */
    public record ShareLine(String name, String why, String percent, String amount, int look) {}

    /**
     * Receivers of one kind together, for the bar.
     *
     * @param width per cent of the bar, at least 1
     */
    public record Group(int look, int width, String percent) {}

    static CommonsView of(Statement statement, DesignVersion design, Names names, Locale locale, Show show) {
        OrderMsg words = Words.order(locale);
        boolean suggested = statement.decision().enforceability() == Statement.Enforceability.SUGGESTED;
        boolean credits = !statement.creditsRedeemed().isZero();
        return new CommonsView(
                Reasons.rule(statement.decision(), Common.licenceName(design), show, Words.rule(locale)),
                suggested ? "suggested" : "",
                statement.decision().rule(),
                new Sharing(statement.shares(), names, words, show).lines(),
                new Sharing(statement.shares(), names, words, show).groups(),
                credits ? words.paidWithCredits(show.quantity(statement.creditsRedeemed())) : words.nothingInMoney());
    }

    private record Sharing(List<Statement.Share> shares, Names names, OrderMsg words, Show show) {

        List<ShareLine> lines() {
            int decimals = shares.stream()
                    .mapToInt(share -> Show.decimals(share.amount()))
                    .max()
                    .orElse(0);
            return shares.stream()
                    .map(share -> new ShareLine(
                            names.party(share.party(), Locale.forLanguageTag(show.language())),
                            why(share),
                            show.percent((double) share.amount().minorUnits() / all()),
                            show.euro(share.amount(), decimals),
                            look(share)))
                    .toList();
        }

        List<Group> groups() {
            return IntStream.rangeClosed(0, 2)
                    .mapToObj(this::group)
                    .filter(group -> group.width() > 0)
                    .toList();
        }

        private Group group(int look) {
            long sum = shares.stream()
                    .filter(s -> look(s) == look)
                    .mapToLong(s -> s.amount().minorUnits())
                    .sum();
            if (sum == 0) {
                return new Group(look, 0, "");
            }
            double fraction = (double) sum / all();
            return new Group(look, (int) Math.max(1, Math.round(fraction * WHOLE)), show.percent(fraction));
        }

        private long all() {
            return shares.stream().mapToLong(s -> s.amount().minorUnits()).sum();
        }

        private String why(Statement.Share share) {
            String design = share.design().orElse("");
            return share.level()
                    .map(level -> level == 0 ? words.shareDesigner(design) : words.shareUpstream(design))
                    .orElse(words.shareAssociation());
        }

        private static int look(Statement.Share share) {
            return share.level().map(level -> level == 0 ? 1 : 2).orElse(0);
        }
    }
}
