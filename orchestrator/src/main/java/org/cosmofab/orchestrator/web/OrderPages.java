package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.ChainStatus;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.Fabrication;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.quoting.Quote;
import org.cosmofab.orchestrator.quoting.Quotes;
import org.cosmofab.orchestrator.settlement.Settlement;
import org.cosmofab.orchestrator.settlement.Statement;
import org.jspecify.annotations.Nullable;

/** Puts an order's page together from what the rooms know of it. */
@ApplicationScoped
class OrderPages {
    private final Catalog catalog;
    private final Quotes quotes;
    private final Settlement settlement;
    private final Fabrication fabrication;
    private final Books books;
    private final Names names;

    OrderPages(
            Catalog catalog, Quotes quotes, Settlement settlement, Fabrication fabrication, Books books, Names names) {
        this.catalog = catalog;
        this.quotes = quotes;
        this.settlement = settlement;
        this.fabrication = fabrication;
        this.books = books;
        this.names = names;
    }

    /** An order among others. */
    public record Row(long number, String title, String requester, String stage, String look, Show.Moment promised) {}

    /** One order. */
    public record Sheet(
            String number,
            String title,
            String forWhom,
            String use,
            Show.Moment promised,
            @Nullable Made made,
            String note,
            boolean notMeasured,
            List<Step> steps,
            CostView costs,
            CommonsView commons,
            boolean settled,
            @Nullable String due,
            boolean cancellable,
            boolean cancelled,
            boolean moving,
            List<MakingLine> making,
            List<EntryView> entries,
            String chain,
            List<Common.Linked> lineage,
            @Nullable String passport,
            @Nullable String qr,
            String embodied) {}

    /** When it was made, as a sentence. */
    public record Made(String said, Show.Moment when) {}

    /** A stage of the timeline. */
    public record Step(
            String word, String look, String when, @Nullable Instant at) {}

    /** An operation and its last attempt. */
    public record MakingLine(
            String part,
            String detail,
            String machine,
            String state,
            String look,
            @Nullable String retry,
            String used,
            String material) {}

    /**
     * A quote.
     *
     * @param order number of the order that came of it, if one did
     */
    public record QuoteSheet(
            String id,
            String title,
            String designLink,
            int quantity,
            String use,
            Show.Moment promised,
            Show.Moment validUntil,
            boolean expired,
            @Nullable String order,
            CostView costs,
            CommonsView commons) {}

    Row row(Order order, Locale locale, Show show) {
        OrderMsg words = Words.order(locale);
        return new Row(
                order.number(),
                title(order, locale),
                names.party(order.requester(), locale),
                Timeline.stage(order.stage(), words),
                Timeline.look(order.stage()),
                show.moment(order.promisedAt()));
    }

    /**
     * @param ordered the order that came of the quote
     */
    QuoteSheet quote(Quote quote, Optional<Order> ordered, Locale locale, Show show) {
        DesignVersion design = catalog.version(quote.design()).orElseThrow();
        return new QuoteSheet(
                quote.id().toString(),
                design.title(locale.getLanguage()),
                "/designs/" + design.slug(),
                quote.quantity(),
                use(quote.use(), locale),
                show.moment(quote.promisedAt()),
                show.moment(quote.validUntil()),
                show.now().isAfter(quote.validUntil()),
                ordered.map(order -> String.valueOf(order.number())).orElse(null),
                CostView.of(quote.statement(), names, locale, show),
                CommonsView.of(quote.statement(), design, names, locale, show));
    }

    Sheet sheet(Order order, String passportAddress, Locale locale, Show show) {
        OrderMsg words = Words.order(locale);
        DesignVersion design = catalog.version(order.design()).orElseThrow();
        Statement quoted = quotes.find(order.quote()).orElseThrow().statement();
        Optional<Statement> measured = settlement.statement(order.id());
        List<Attempt> attempts = fabrication.attempts(order.id());
        Instant made = order.milestones().get(Order.Stage.MADE);
        boolean settled = measured.isPresent();
        boolean paid = order.stage() == Order.Stage.PAID || order.stage() == Order.Stage.DISTRIBUTED;
        return new Sheet(
                String.valueOf(order.number()),
                title(order, locale),
                names.party(order.requester(), locale),
                use(order.use(), locale),
                show.moment(order.promisedAt()),
                made == null ? null : new Made(words.deliveredAt(show.at(made)), show.moment(made)),
                settled ? "" : order.note(),
                measured.stream()
                        .flatMap(statement -> statement.lines().stream())
                        .anyMatch(line -> !line.measured()),
                Timeline.of(order, attempts, words, show),
                CostView.of(quoted, measured, paid, names, locale, show),
                CommonsView.of(measured.orElse(quoted), design, names, locale, show),
                settled,
                order.stage() == Order.Stage.SETTLED
                        ? show.euro(measured.orElseThrow().total())
                        : null,
                cancellable(order, attempts),
                order.stage() == Order.Stage.CANCELLED,
                order.stage() != Order.Stage.DISTRIBUTED && order.stage() != Order.Stage.CANCELLED,
                making(order, attempts, words, show),
                entries(order, locale, show),
                chain(words, show),
                lineage(design, locale),
                settled ? passportAddress : null,
                settled ? QrCode.svg(passportAddress) : null,
                embodied(attempts, words, show));
    }

    private List<Common.Linked> lineage(DesignVersion design, Locale locale) {
        List<Common.Linked> lineage = new ArrayList<>(Common.parents(design, catalog, locale.getLanguage()));
        lineage.add(new Common.Linked(
                design.title(locale.getLanguage()) + " " + design.version(), "/designs/" + design.slug()));
        return lineage;
    }

    private List<MakingLine> making(Order order, List<Attempt> attempts, OrderMsg words, Show show) {
        return order.operations().stream()
                .map(operation -> {
                    Optional<Attempt> last = attempts.stream()
                            .filter(a -> a.operation().equals(operation.id()))
                            .reduce((first, second) -> second);
                    return Timeline.line(order, operation, last, names, words, show);
                })
                .toList();
    }

    private List<EntryView> entries(Order order, Locale locale, Show show) {
        return books.entries("order", order.id().toString()).stream()
                .map(entry -> EntryView.of(entry, locale, show))
                .toList();
    }

    private String chain(OrderMsg words, Show show) {
        ChainStatus status = books.verified();
        Msg common = Words.common(Locale.forLanguageTag(show.language()));
        return status.intact() ? common.chainVerified(show.shortly(status.head())) : common.chainFaulty();
    }

    private static String embodied(List<Attempt> attempts, OrderMsg words, Show show) {
        List<Attempt.Used> used = attempts.stream()
                .filter(a -> a.stage() == Attempt.Stage.DONE)
                .flatMap(a -> a.used().stream())
                .toList();
        return words.embodies(
                show.duration(
                        used.stream().mapToLong(Attempt.Used::machineSeconds).sum()),
                show.grams(used.stream().mapToLong(Attempt.Used::milligrams).sum()),
                show.quantity(new Amount(
                        used.stream().mapToLong(Attempt.Used::wattHours).sum(), Commodity.WH)),
                show.duration(
                        used.stream().mapToLong(Attempt.Used::labourSeconds).sum()));
    }

    /** Not while a machine has a part of it, or may have. */
    private static boolean cancellable(Order order, List<Attempt> attempts) {
        boolean open = order.stage() == Order.Stage.PLACED || order.stage() == Order.Stage.MAKING;
        return open
                && attempts.stream().noneMatch(attempt -> attempt.stage() == Attempt.Stage.UNCERTAIN)
                && order.operations().stream()
                        .noneMatch(o -> o.stage() == Operation.Stage.ASSIGNED || o.stage() == Operation.Stage.RUNNING);
    }

    private String title(Order order, Locale locale) {
        return catalog.version(order.design())
                .map(design -> design.title(locale.getLanguage()) + " ×" + order.quantity())
                .orElse("");
    }

    private static String use(Use use, Locale locale) {
        DesignMsg words = Words.design(locale);
        return use == Use.COMMERCIAL ? words.useCommercial() : words.useNonCommercial();
    }
}
