package org.cosmofab.orchestrator.quoting.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.quoting.Quote;
import org.cosmofab.orchestrator.quoting.domain.GivenQuote;
import org.cosmofab.orchestrator.quoting.domain.QuoteBook;
import org.cosmofab.orchestrator.settlement.Statement;

@ApplicationScoped
class StoredQuotes implements QuoteBook, PanacheRepositoryBase<QuoteRow, UUID> {
    private final IdSource ids;
    private final ObjectMapper json;

    StoredQuotes(IdSource ids, ObjectMapper json) {
        this.ids = ids;
        this.json = json;
    }

    @Override
    public void add(GivenQuote given) {
        persist(QuoteRow.of(given.quote(), write(given.quote().statement()), write(given.needs()), ids.issuer()));
    }

    @Override
    public Optional<GivenQuote> find(QuoteId id) {
        return findByIdOptional(id.value()).map(this::toQuote);
    }

    private GivenQuote toQuote(QuoteRow row) {
        Quote quote = new Quote(
                new QuoteId(row.id),
                new PartyId(row.requester),
                new DesignVersionId(row.design),
                row.quantity,
                Use.valueOf(row.use),
                read(row.statement, new TypeReference<Statement>() {}),
                row.promisedAt,
                row.askedAt,
                row.validUntil);
        return new GivenQuote(quote, read(row.needs, new TypeReference<Map<MaterialId, Long>>() {}));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a quote is always JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored quote is not what was written", e);
        }
    }
}
