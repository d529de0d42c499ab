package org.cosmofab.orchestrator.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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
            List<Statement.Line> left = new ArrayList<>(quoted.lines());
            List<Optional<Statement.Line>> before = before(shown.lines(), left);
            for (int i = 0; i < shown.lines().size(); i++) {
                lines.add(line(shown.lines().get(i), before.get(i)));
            }
            left.forEach(unused -> lines.add(notUsed(unused)));
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

        private Line line(Statement.Line line, Optional<Statement.Line> before) {
            return new Line(
                    what(line),
                    why(line),
                    before.map(q -> Sum.of(q.amount(), show)).orElse(Sum.NONE),
                    measured.map(m -> line.measured() ? Sum.of(line.amount(), show) : Sum.NONE)
                            .orElse(null));
        }

        private Line notUsed(Statement.Line line) {
            boolean allMeasured = measured.stream()
                    .flatMap(statement -> statement.lines().stream())
                    .allMatch(Statement.Line::measured);
            String why = allMeasured ? words.notUsed() : words.notMeasured();
            return new Line(what(line), why, Sum.of(line.amount(), show), Sum.NONE);
        }

        /** What the quote said for each line: of the same machine or lot, else of another that was meant to serve. */
        private static List<Optional<Statement.Line>> before(List<Statement.Line> lines, List<Statement.Line> left) {
            List<Optional<Statement.Line>> before = new ArrayList<>();
            for (Statement.Line line : lines) {
                before.add(take(left, q -> q.what() == line.what() && q.about().equals(line.about())));
            }
            for (int i = 0; i < lines.size(); i++) {
                Statement.Line line = lines.get(i);
                if (before.get(i).isEmpty()) {
                    before.set(i, take(left, q -> q.what() == line.what()));
                }
            }
            return before;
        }

        private static Optional<Statement.Line> take(List<Statement.Line> left, Predicate<Statement.Line> which) {
            Optional<Statement.Line> found = left.stream().filter(which).findFirst();
            found.ifPresent(left::remove);
            return found;
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
            if (!line.measured()) {
                return words.notMeasured();
            }
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
