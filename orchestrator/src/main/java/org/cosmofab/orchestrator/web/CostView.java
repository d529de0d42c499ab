package org.cosmofab.orchestrator.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.settlement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What was quoted beside what was measured.
 *
 * @param actual whether there is something measured yet
 */
public record CostView(
        List<Line> lines,
        boolean actual,
        String sumWord,
        String quotedTotal,
        @Nullable String actualTotal) {

    /** One cost, with its measure and its rate. */
    public record Line(
            String what,
            String why,
            String quoted,
            @Nullable String actual) {}

    static CostView of(Statement quoted, Optional<Statement> measured, Locale locale, Show show) {
        OrderMsg words = OrderMsg.in(locale);
        Statement shown = measured.orElse(quoted);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.lines().size(); i++) {
            Statement.Line line = shown.lines().get(i);
            Optional<Amount> before = same(quoted, line, i);
            lines.add(new Line(
                    what(line, words),
                    why(line, words, show),
                    before.map(show::euro).orElse("–"),
                    measured.map(m -> show.euro(line.amount())).orElse(null)));
        }
        fee(quoted, measured, words, show).ifPresent(lines::add);
        credits(shown, words, show).ifPresent(lines::add);
        return new CostView(
                lines,
                measured.isPresent(),
                words.total(),
                show.euro(quoted.total()),
                measured.map(m -> show.euro(m.total())).orElse(null));
    }

    /** The same line of the quote: lines stand in the order of the parts in both. */
    private static Optional<Amount> same(Statement quoted, Statement.Line line, int index) {
        return quoted.lines().stream()
                .filter(q -> q.what() == line.what() && q.about().equals(line.about()))
                .map(Statement.Line::amount)
                .reduce(Amount::plus)
                .or(() -> quoted.lines().stream()
                        .skip(index)
                        .findFirst()
                        .filter(q -> q.what() == line.what())
                        .map(Statement.Line::amount));
    }

    private static String what(Statement.Line line, OrderMsg words) {
        return switch (line.what()) {
            case MACHINE -> words.lineMachine(line.about());
            case MATERIAL -> words.lineMaterial(line.about());
            case ENERGY -> words.lineEnergy();
            case LABOUR -> words.lineLabour();
        };
    }

    private static String why(Statement.Line line, OrderMsg words, Show show) {
        String quantity = show.quantity(line.quantity());
        String rate = show.euro(line.rate());
        return switch (line.what()) {
            case MACHINE -> words.measureMachine(quantity, rate);
            case MATERIAL -> words.measureMaterial(quantity, rate);
            case ENERGY -> words.measureEnergy(quantity, rate);
            case LABOUR -> words.measureLabour(quantity, rate);
        };
    }

    private static Optional<Line> fee(Statement quoted, Optional<Statement> measured, OrderMsg words, Show show) {
        Statement shown = measured.orElse(quoted);
        if (shown.feeGross().isZero() || shown.decision().enforceability() == Statement.Enforceability.SUGGESTED) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                words.lineFee(),
                words.measureFee(show.perMille(shown.decision().ratePerMille())),
                show.euro(quoted.feeCash()),
                measured.map(m -> show.euro(m.feeCash())).orElse(null)));
    }

    private static Optional<Line> credits(Statement shown, OrderMsg words, Show show) {
        if (shown.creditsRedeemed().isZero()) {
            return Optional.empty();
        }
        return Optional.of(
                new Line(words.lineCredits(), words.measureCredits(show.quantity(shown.creditsRedeemed())), "", ""));
    }
}
