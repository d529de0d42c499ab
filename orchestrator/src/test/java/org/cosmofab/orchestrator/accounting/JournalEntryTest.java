package org.cosmofab.orchestrator.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryTest {
    private static final Instant AT = Instant.parse("2026-09-01T08:00:00.123456789Z");

    @Test
    void timeIsCutToTheMicrosecondSoThatAReplayIsTheSame() {
        List<Transfer> transfers =
                anEntry().moving(1, Commodity.EUR, "a", "b").build().transfers();

        JournalEntry entry = new JournalEntry(new UUID(0, 1), AT, "why", transfers, Map.of());

        assertThat(entry.occurredAt()).isEqualTo(Instant.parse("2026-09-01T08:00:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "nul \u0000", "half a pair \ud83d"})
    void refusesAReasonThatIsNotOneLineOfText(String reason) {
        Entries entry = anEntry().moving(1, Commodity.EUR, "a", "b").because(reason);

        assertThatThrownBy(entry::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
    }

    @Test
    void refusesAnEntryThatMovesNothing() {
        assertThatThrownBy(anEntry()::build).hasMessage("an entry has at least one transfer");
    }

    @Test
    void refusesAReferenceOfAnotherForm() {
        assertThatThrownBy(anEntry().moving(1, Commodity.EUR, "a", "b").referring("Order Id", "x")::build)
                .hasMessage("not a reference: Order Id");
    }
}
