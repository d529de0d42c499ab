package org.cosmofab.orchestrator.members.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final GuessLimit limit = new GuessLimit(3, 5, Duration.ofMinutes(5));

    @Test
    void aLoginWaitsAfterItsLastAllowedFailure() {
        limit.failed("ada", NOON);
        limit.failed("ada", NOON.plusSeconds(10));
        assertThat(limit.wait("ada", NOON.plusSeconds(20))).isZero();

        limit.failed("ada", NOON.plusSeconds(20));

        assertThat(limit.wait("ada", NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(280));
        assertThat(limit.wait("bob", NOON.plusSeconds(20))).isZero();
    }

    @Test
    void aFailureIsForgottenAfterTheWindow() {
        for (int i = 0; i < 3; i++) {
            limit.failed("ada", NOON);
        }

        assertThat(limit.wait("ada", NOON.plusSeconds(299))).isPositive();
        assertThat(limit.wait("ada", NOON.plusSeconds(300))).isZero();
    }

    @Test
    void theRightSecretForgivesTheFailuresBefore() {
        limit.failed("ada", NOON);
        limit.failed("ada", NOON);
        limit.succeeded("ada");
        limit.failed("ada", NOON);

        assertThat(limit.wait("ada", NOON)).isZero();
    }

    @Test
    void guessesAtManyLoginsMakeAllWait() {
        for (int i = 0; i < 5; i++) {
            limit.failed("login-" + i, NOON);
        }

        assertThat(limit.wait("ada", NOON)).isEqualTo(Duration.ofMinutes(5));
        assertThat(limit.wait("ada", NOON.plus(Duration.ofMinutes(5)))).isZero();
    }

    @Test
    void guessesAtEndlesslyManyLoginsTakeBoundedMemory() {
        GuessLimit wide = new GuessLimit(1, 100_000, Duration.ofMinutes(5));
        for (int i = 0; i < 10_001; i++) {
            wide.failed("login-" + i, NOON);
        }

        assertThat(wide.wait("login-0", NOON)).as("the oldest is forgotten").isZero();
        assertThat(wide.wait("login-1", NOON)).isPositive();
    }
}
