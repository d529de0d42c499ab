package org.cosmofab.orchestrator.quoting.domain;

import java.util.Optional;
import org.cosmofab.orchestrator.kernel.QuoteId;

/** Where quotes are kept, as they were given. */
public interface QuoteBook {

    void add(GivenQuote quote);

    Optional<GivenQuote> find(QuoteId id);
}
