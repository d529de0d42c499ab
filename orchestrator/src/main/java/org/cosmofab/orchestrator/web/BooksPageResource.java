package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.ChainStatus;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.jspecify.annotations.Nullable;

/** The open books: the journal, the chain, and what is owed to the commons. */
@Path("/books")
@Produces(MediaType.TEXT_HTML)
@Blocking
class BooksPageResource {
    private static final int ENTRIES = 25;
    private static final String CONTRIBUTORS = "liabilities:contributor:";
    private static final String ASSOCIATION = "liabilities:commons:association";

    private final Template template;
    private final Books books;
    private final Names names;
    private final Frame frame;

    BooksPageResource(@Location("web/books") Template template, Books books, Names names, Frame frame) {
        this.template = template;
        this.books = books;
        this.names = names;
        this.frame = frame;
    }

    /** The books as a page shows them. */
    public record View(
            List<EntryView> entries,
            @Nullable Long older,
            boolean intact,
            String sealed,
            String unsealed,
            String head,
            String fault,
            List<Owed> owed) {}

    /** What somebody can still be paid out. */
    public record Owed(String name, String account, String amount) {}

    @GET
    @PermitAll
    public TemplateInstance journal(@QueryParam("before") Optional<Long> before) {
        Show show = frame.show();
        List<BookedEntry> entries = books.journal(before.orElse(Long.MAX_VALUE), ENTRIES);
        ChainStatus chain = books.verified();
        boolean more = entries.size() == ENTRIES && entries.get(ENTRIES - 1).number() > 1;
        View view = new View(
                entries.stream()
                        .map(entry -> EntryView.of(entry, frame.locale(), show))
                        .toList(),
                more ? entries.get(ENTRIES - 1).number() : null,
                chain.intact(),
                show.number(chain.sealed()),
                show.number(chain.unsealed()),
                chain.head(),
                chain.fault(),
                owed(show));
        return frame.around(template.data("books", view), "books");
    }

    private List<Owed> owed(Show show) {
        return books.balances("liabilities:co").entrySet().stream()
                .filter(e -> e.getKey().value().startsWith(CONTRIBUTORS)
                        || e.getKey().value().equals(ASSOCIATION))
                .map(e -> {
                    String account = e.getKey().value();
                    Amount owed = e.getValue().getOrDefault(Commodity.EUR, Amount.zero(Commodity.EUR));
                    String name = account.equals(ASSOCIATION)
                            ? Words.common(frame.locale()).associationFund()
                            : names.party(new PartyId(account.substring(CONTRIBUTORS.length())), frame.locale());
                    return new Owed(name, account.replace(":", ":<wbr>"), show.euro(owed.negated()));
                })
                .toList();
    }
}
