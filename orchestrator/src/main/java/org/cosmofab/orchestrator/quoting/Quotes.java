package org.cosmofab.orchestrator.quoting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.quoting.domain.GivenQuote;
import org.cosmofab.orchestrator.quoting.domain.QuoteBook;

/** Says before an order what it costs and when it is done. */
@ApplicationScoped
public class Quotes {
    /** Rates and stock move slowly; a week is time to ask others at home. */
    private static final Duration VALID_FOR = Duration.ofDays(7);

    private final Asking asking;
    private final Accepting accepting;
    private final QuoteBook book;
    private final IdSource ids;
    private final Clock clock;

    Quotes(Asking asking, Accepting accepting, QuoteBook book, IdSource ids, Clock clock) {
        this.asking = asking;
        this.accepting = accepting;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Prepares every part, prices it and promises a time; keeps the quote.
     *
     * <p>Blocks while programs are prepared, so never call it in a transaction.
     */
    public Result<Quote> ask(PartyId requester, DesignVersionId design, int quantity, Use use) {
        Asking.Wish wish = new Asking.Wish(requester, design, quantity, use);
        return asking.answer(wish).map(answer -> keep(wish, answer));
    }

    @Transactional
    public Optional<Quote> find(QuoteId id) {
        return book.find(id).map(GivenQuote::quote);
    }

    /** Makes the order; the same quote again answers the same order. */
    public Result<Order> accept(QuoteId id, PartyId by) {
        try {
            return Result.done(accepting.accept(id, by));
        } catch (RefusedException refused) {
            return Result.refused(refused.refusal());
        }
    }

    public static Refusal unknown(QuoteId id) {
        return Refusal.of(QuoteRefusal.QUOTE_UNKNOWN, "there is no quote " + id);
    }

    private Quote keep(Asking.Wish wish, Asking.Answer answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Quote quote = new Quote(
                new QuoteId(ids.next()),
                wish.requester(),
                wish.design(),
                wish.quantity(),
                wish.use(),
                answer.statement(),
                answer.promisedAt(),
                now,
                now.plus(VALID_FOR));
        QuarkusTransaction.requiringNew().run(() -> book.add(new GivenQuote(quote, answer.needs())));
        return quote;
    }
}
