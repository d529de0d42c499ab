package org.cosmofab.orchestrator.quoting.domain;

import java.util.Map;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.quoting.Quote;

/** A quote, and what is to be reserved when it is accepted: milligrams of each material. */
public record GivenQuote(Quote quote, Map<MaterialId, Long> needs) {
    public GivenQuote {
        needs = Map.copyOf(needs);
    }
}
