package org.cosmofab.orchestrator.accounting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    /** Source: RFC 8785, section 3.2.2.2 and its example of sorted names in 3.2.3. */
    @Test
    void sortsByUtf16UnitsAndEscapesAsTheStandardShows() {
        Map<String, Object> value = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(value))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void writesWholeNumbersListsAndTruth() {
        assertThat(CanonicalJson.of(List.of(1L, -2, true, List.of(), Map.of()))).isEqualTo("[1,-2,true,[],{}]");
    }

    @Test
    void refusesFractions() {
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesHaveSixDecimalsAlways() {
        assertThat(CanonicalJson.instant(Instant.parse("2026-09-01T08:00:00Z")))
                .isEqualTo("2026-09-01T08:00:00.000000Z");
    }

    @Test
    void contentSaysAllThatTheWriterSaid() {
        JournalEntry entry = anEntry()
                .id(new UUID(0, 1))
                .because("why")
                .moving(7, Commodity.MG, "world:pla", "stock:lot")
                .referring("lot", "lot")
                .build();

        assertThat(Content.json("me", entry))
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000001\",\"issuer\":\"me\","
                        + "\"occurredAt\":\"2026-09-01T08:00:00.123456Z\",\"reason\":\"why\","
                        + "\"references\":{\"lot\":\"lot\"},\"transfers\":[{\"amount\":7,\"commodity\":\"MG\","
                        + "\"credit\":\"world:pla\",\"debit\":\"stock:lot\"}]}");
        // Computed apart: printf '%s' '...' | sha256sum
        assertThat(Content.hash("me", entry))
                .isEqualTo("27d507418bf91e01930f43fe86ea5f7ee2ef334810e80f94c48303d26e45d048");
    }
}
