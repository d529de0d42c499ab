package org.cosmofab.orchestrator.accounting.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.domain.Export;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole journal, oldest first, for programs that recompute it. */
@Path("/api/v1/books/export")
@Tag(name = "books")
@PermitAll
class ExportResource {
    private static final int PAGE = 500;

    private final Books books;

    ExportResource(Books books) {
        this.books = books;
    }

    @GET
    @Path("hledger")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The journal as plain text for hledger")
    @APIResponse(
            responseCode = "200",
            description = "The journal",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput hledger() {
        return output -> write(output, Export::hledger);
    }

    @GET
    @Path("json")
    @Produces("application/x-ndjson")
    @Operation(summary = "One line of canonical JSON for each entry: its number, seal, content hash and hashed content")
    @APIResponse(
            responseCode = "200",
            description = "The journal",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput json() {
        return output -> write(output, Export::json);
    }

    private void write(OutputStream output, Function<BookedEntry, String> form) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        List<BookedEntry> page = books.journalAfter(0, PAGE);
        while (!page.isEmpty()) {
            for (BookedEntry entry : page) {
                text.write(form.apply(entry));
            }
            page = books.journalAfter(page.get(page.size() - 1).number(), PAGE);
        }
        text.flush();
    }
}
