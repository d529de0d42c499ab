package org.cosmofab.orchestrator.accounting.domain;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.accounting.AccountId;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;

/** Entries in forms that other programs read. */
public final class Export {

    private Export() {}

    /**
     * An hledger transaction: its references are tags, its transfers two postings each.
     *
     * <p>Source: hledger 1.25, "journal format", sections Transactions, Comments, Tags, Amounts.
     */
    public static String hledger(BookedEntry booked) {
        StringBuilder text = new StringBuilder();
        text.append(booked.entry().occurredAt().atZone(ZoneOffset.UTC).toLocalDate())
                .append(" (")
                .append(booked.number())
                .append(") ")
                // A semicolon would begin a comment, a bar would end the payee.
                .append(booked.entry().reason().replace(';', ',').replace('|', '/'))
                .append('\n');
        Map<String, String> tags = new TreeMap<>(booked.entry().references());
        tags.put("id", booked.entry().id().toString());
        tags.put("content", booked.contentHash());
        // A comma would end the tag's value.
        tags.forEach((tag, value) -> text.append("    ; ")
                .append(tag)
                .append(": ")
                .append(value.replace(',', ' '))
                .append('\n'));
        for (Transfer transfer : booked.entry().transfers()) {
            posting(text, transfer.debit(), transfer.amount());
            posting(text, transfer.credit(), transfer.amount().negated());
        }
        return text.append('\n').toString();
    }

    /** One line of canonical JSON, whose {@code content} is what the content hash covers. */
    public static String json(BookedEntry booked) {
        Map<String, Object> line = new TreeMap<>();
        line.put("content", Content.json(booked.issuer(), booked.entry()));
        line.put("contentHash", booked.contentHash());
        line.put("number", booked.number());
        booked.seal().ifPresent(seal -> line.put("seal", seal));
        return CanonicalJson.of(line) + "\n";
    }

    private static void posting(StringBuilder text, AccountId account, Amount amount) {
        text.append("    ").append(account).append("  ").append(amount).append('\n');
    }
}
