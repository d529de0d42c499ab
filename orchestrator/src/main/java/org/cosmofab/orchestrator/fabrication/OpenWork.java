package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.orders.OpenAttempts;

/** Tells orders which of their attempts are open. */
@ApplicationScoped
class OpenWork implements OpenAttempts {
    private final AttemptBook book;

    OpenWork(AttemptBook book) {
        this.book = book;
    }

    @Override
    public Optional<AttemptId> openOf(OrderId order) {
        return book.of(order).stream()
                .filter(TrackedAttempt::isOpen)
                .map(TrackedAttempt::id)
                .findFirst();
    }
}
