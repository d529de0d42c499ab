package org.cosmofab.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The journal entries of one order, for a terminal. */
final class JournalTable {
    private final PrintWriter out;

    JournalTable(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode newestFirst, String order) {
        List<JsonNode> entries = new ArrayList<>();
        newestFirst.forEach(entries::add);
        Collections.reverse(entries);
        entries.stream()
                .filter(entry -> entry.at("/references/order").asText().equals(order))
                .forEach(this::print);
        out.flush();
    }

    private void print(JsonNode entry) {
        out.printf(
                "  %s %s%n", entry.path("number").asText(), entry.path("reason").asText());
        for (JsonNode transfer : entry.path("transfers")) {
            out.printf(
                    "      %-44s <- %-40s %16s%n",
                    transfer.path("debit").asText(),
                    transfer.path("credit").asText(),
                    StatementTable.quantity(transfer.path("amount")));
        }
    }
}
