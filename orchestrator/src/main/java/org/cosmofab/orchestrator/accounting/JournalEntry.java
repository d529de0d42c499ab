package org.cosmofab.orchestrator.accounting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One event in the books; balanced by construction.
 *
 * @param id chosen by the caller: the same id with the same content is booked once
 * @param occurredAt workshop time, cut to the microsecond
 * @param reason for people, 1 to 500 characters on one line
 * @param references what it belongs to and by which rule, such as order, tariff, policy; sorted by key when hashed
 */
public record JournalEntry(
        UUID id, Instant occurredAt, String reason, List<Transfer> transfers, Map<String, String> references) {

    /** Reference with value {@code true}: this happened, so a {@code stock:} account may go below zero. */
    public static final String FACT = "fact";

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * @throws IllegalArgumentException if there is no transfer, or a text is empty, too long, of several lines or not Unicode
     */
    public JournalEntry {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        transfers = List.copyOf(transfers);
        references = Map.copyOf(references);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one transfer");
        }
        checkText("reason", reason, 500);
        references.forEach((key, value) -> {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("not a reference: " + key);
            }
            checkText(key, value, 200);
        });
    }

    /** Whether it records what happened, which is never refused for want of stock. */
    public boolean isFact() {
        return "true".equals(references.get(FACT));
    }

    private static void checkText(String what, String text, int lengthMax) {
        boolean unicode = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
        boolean oneLine = text.chars().noneMatch(Character::isISOControl);
        if (text.isBlank() || text.length() > lengthMax || !unicode || !oneLine) {
            throw new IllegalArgumentException(
                    what + " is one line of 1 to " + lengthMax + " characters, not '" + text + "'");
        }
    }
}
