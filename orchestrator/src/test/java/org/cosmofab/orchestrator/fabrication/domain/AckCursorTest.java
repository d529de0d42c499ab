package org.cosmofab.orchestrator.fabrication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.cosmofab.orchestrator.kernel.AgentId;
import org.junit.jupiter.api.Test;

class AckCursorTest {
    private static final AgentId ONE = new AgentId("agent-1");
    private static final AgentId OTHER = new AgentId("agent-2");

    private final AckCursor cursor = new AckCursor();

    @Test
    void nothingIsAcknowledgedBeforeTheAgentBeganAgain() {
        assertThat(cursor.stored(ONE, 5)).isEmpty();
        assertThat(cursor.stored(ONE, 8)).isEmpty();
        assertThat(cursor.stored(ONE, 4)).hasValue(4);
        assertThat(cursor.stored(ONE, 5)).hasValue(5);
        assertThat(cursor.stored(ONE, 9)).hasValue(9);
    }

    @Test
    void aSingleEventIsAcknowledgedWhenItComesAgain() {
        assertThat(cursor.stored(ONE, 5)).isEmpty();
        assertThat(cursor.stored(ONE, 5)).hasValue(5);
    }

    @Test
    void whatCouldNotBeStoredHoldsUpWhatComesAfterIt() {
        begin(ONE);
        cursor.failed(ONE, 6);

        assertThat(cursor.stored(ONE, 7)).isEmpty();
        assertThat(cursor.stored(ONE, 5)).isEmpty();
        assertThat(cursor.stored(ONE, 6)).hasValue(6);
        assertThat(cursor.stored(ONE, 7)).hasValue(7);
    }

    @Test
    void oneAgentDoesNotHoldUpAnother() {
        begin(ONE);
        begin(OTHER);
        cursor.failed(ONE, 6);

        assertThat(cursor.stored(OTHER, 6)).hasValue(6);
    }

    private void begin(AgentId agent) {
        cursor.stored(agent, 5);
        cursor.stored(agent, 5);
    }
}
