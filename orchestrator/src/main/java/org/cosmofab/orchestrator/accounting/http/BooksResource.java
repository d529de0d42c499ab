package org.cosmofab.orchestrator.accounting.http;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.ChainStatus;
import org.cosmofab.orchestrator.kernel.Amount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public books: anybody may read and verify them. */
@Path("/api/v1/books")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "books")
@PermitAll
class BooksResource {
    private static final int PAGE_MAX = 500;

    private final Books books;

    BooksResource(Books books) {
        this.books = books;
    }

    /**
     * @param entries newest first
     * @param before where the next page begins; empty on the last page
     */
    record Page(List<EntryJson> entries, Optional<Long> before) {}

    /** Balances of one account other than zero. */
    record AccountJson(String account, List<Amount> balances) {}

    @GET
    @Path("journal")
    @Operation(summary = "A page of the journal, newest first")
    public Page journal(
            @QueryParam("before") Optional<Long> before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(PAGE_MAX) int limit) {
        List<BookedEntry> entries = books.journal(before.orElse(Long.MAX_VALUE), limit);
        boolean full = entries.size() == limit;
        return new Page(
                entries.stream().map(EntryJson::of).toList(),
                full ? Optional.of(entries.get(entries.size() - 1).number()) : Optional.empty());
    }

    @GET
    @Path("verify")
    @Operation(summary = "How far the chain is sealed and whether it holds, recomputed in full; asOf says when")
    public ChainStatus verify() {
        return books.verified();
    }

    @GET
    @Path("accounts/{prefix}")
    @Operation(summary = "Balances other than zero of the accounts whose name begins so")
    public List<AccountJson> accounts(
            @PathParam("prefix") @Pattern(regexp = "[A-Za-z0-9:-]{1,200}", message = "is the beginning of an account")
                    String prefix) {
        return books.balances(prefix).entrySet().stream()
                .map(account -> new AccountJson(
                        account.getKey().value(), List.copyOf(account.getValue().values())))
                .toList();
    }
}
