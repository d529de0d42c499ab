package org.cosmofab.orchestrator.quoting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.orders.NewOrder;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.quoting.domain.GivenQuote;
import org.cosmofab.orchestrator.quoting.domain.QuoteBook;

/** Makes an order of a quote: order and reservations together, or neither. */
@ApplicationScoped
class Accepting {
    private final QuoteBook book;
    private final Orders orders;
    private final Materials materials;
    private final Clock clock;

    Accepting(QuoteBook book, Orders orders, Materials materials, Clock clock) {
        this.book = book;
        this.orders = orders;
        this.materials = materials;
        this.clock = clock;
    }

    /**
     * @throws RefusedException if it is refused: thrown, because the transaction must leave nothing behind
     */
    @Transactional
    public Order accept(QuoteId id, PartyId by) {
        GivenQuote given = book.find(id)
                .filter(each -> each.quote().requester().equals(by))
                .orElseThrow(() -> new RefusedException(Quotes.unknown(id)));
        Optional<Order> known = orders.byQuote(id);
        if (known.isPresent()) {
            return known.get();
        }
        Quote quote = given.quote();
        if (clock.instant().isAfter(quote.validUntil())) {
            throw new RefusedException(Refusal.of(
                            QuoteRefusal.QUOTE_EXPIRED,
                            "quote " + id + " was valid until " + quote.validUntil() + "; ask for a new one")
                    .with("validUntil", quote.validUntil().toString()));
        }
        Order order = orders.place(new NewOrder(
                        id,
                        quote.requester(),
                        quote.design(),
                        quote.quantity(),
                        quote.use(),
                        quote.promisedAt(),
                        pricedBy(quote)))
                .orThrow();
        given.needs()
                .forEach((material, milligrams) ->
                        materials.reserve(order.id(), material, milligrams).orThrow());
        return order;
    }

    private static Order.PricedBy pricedBy(Quote quote) {
        return new Order.PricedBy(
                quote.statement().tariffVersion(), quote.statement().policyVersion());
    }
}
