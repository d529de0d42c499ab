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
 * @param exact the sum of the costs before it was rounded; null where nothing was
 */
public record CostView(
        List<Line> lines,
        boolean actual,
        String sumWord,
        Sum quotedTotal,
        @Nullable Sum actualTotal,
        @Nullable String exact) {

    /** One cost, with its measure and its rate. */
    public record Line(
            String what, String why, Sum quoted, @Nullable Sum actual) {}

    /**
     * Money in cents, as tables show it.
     *
     * @param exact all its decimals
     */
    public record Sum(String shown, String exact) {
        static final Sum NONE = new Sum("–", "–");

        static Sum of(Amount amount, Show show) {
            return new Sum(show.cents(amount), show.euro(amount));
        }
    }

    /** Of a quote. */
    static CostView of(Statement quoted, Names names, Locale locale, Show show) {
        OrderMsg words = Words.order(locale);
        return new Making(quoted, Optional.empty(), names, words, show).view(words.totalQuoted());
    }

    /** Of an order. */
    static CostView of(
            Statement quoted, Optional<Statement> measured, boolean paid, Names names, Locale locale, Show show) {
        OrderMsg words = Words.order(locale);
        String sumWord = measured.isEmpty() ? words.totalQuoted() : paid ? words.paidWord() : words.total();
        return new Making(quoted, measured, names, words, show).view(sumWord);
    }

    private record Making(Statement quoted, Optional<Statement> measured, Names names, OrderMsg words, Show show) {

        CostView view(String sumWord) {
            Statement shown = measured.orElse(quoted);
            List<Line> lines = new ArrayList<>();
            shown.lines().forEach(line -> lines.add(line(line)));
            fee(shown).ifPresent(lines::add);
            credits(shown).ifPresent(lines::add);
            return new CostView(
                    lines,
                    measured.isPresent(),
                    sumWord,
                    Sum.of(quoted.total(), show),
                    measured.map(m -> Sum.of(m.total(), show)).orElse(null),
                    shown.base().plus(shown.feeCash()).equals(shown.total()) ? null : show.euro(shown.base()));
        }

        private Line line(Statement.Line line) {
            return new Line(
                    what(line),
                    why(line),
                    before(line).map(amount -> Sum.of(amount, show)).orElse(Sum.NONE),
                    measured.map(m -> Sum.of(line.amount(), show)).orElse(null));
        }

        /** What the quote said for it; another machine or lot may have served than was thought. */
        private Optional<Amount> before(Statement.Line line) {
            return quoted.lines().stream()
                    .filter(q -> q.what() == line.what() && q.about().equals(line.about()))
                    .map(Statement.Line::amount)
                    .reduce(Amount::plus);
        }

        private String what(Statement.Line line) {
            return switch (line.what()) {
                case MACHINE -> words.lineMachine(names.machine(line.about()));
                case MATERIAL -> words.lineMaterial(names.lot(line.about()));
                case ENERGY -> words.lineEnergy(names.machine(line.about()));
                case LABOUR -> words.lineLabour(names.machine(line.about()));
            };
        }

        private String why(Statement.Line line) {
            String quantity = show.quantity(line.quantity());
            String rate = show.euro(line.rate());
            return switch (line.what()) {
                case MACHINE ->
                    measured.isPresent() ? words.measureMachine(quantity, rate) : words.estimateMachine(quantity, rate);
                case MATERIAL -> words.measureMaterial(quantity, rate);
                case ENERGY -> words.measureEnergy(quantity, rate);
                case LABOUR -> words.measureLabour(quantity, rate);
            };
        }

        private Optional<Line> fee(Statement shown) {
            if (shown.feeGross().isZero() || shown.decision().enforceability() == Statement.Enforceability.SUGGESTED) {
                return Optional.empty();
            }
            return Optional.of(new Line(
                    words.lineFee(),
                    words.measureFee(show.perMille(shown.decision().ratePerMille())),
                    Sum.of(quoted.feeCash(), show),
                    measured.map(m -> Sum.of(m.feeCash(), show)).orElse(null)));
        }

        private Optional<Line> credits(Statement shown) {
            if (shown.creditsRedeemed().isZero()) {
                return Optional.empty();
            }
            String why = words.measureCredits(show.quantity(shown.creditsRedeemed()));
            return Optional.of(new Line(words.lineCredits(), why, Sum.NONE, measured.isPresent() ? Sum.NONE : null));
        }
    }
}
