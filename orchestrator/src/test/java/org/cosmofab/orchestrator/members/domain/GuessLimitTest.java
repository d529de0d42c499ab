package org.cosmofab.orchestrator.members.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HERE = "192.0.2.7";
    private static final String THERE = "198.51.100.9";

    private final GuessLimit limit =
            new GuessLimit(new GuessLimit.Limits(3, 6, 10, Duration.ofMinutes(5), Duration.ofSeconds(2)));

    @Test
    void aLoginWaitsAtAnAddressAfterTheLastGuessThatIsAllowed() {
        assertThat(limit.take("ada", HERE, NOON)).isZero();
        assertThat(limit.take("ada", HERE, NOON.plusSeconds(10))).isZero();
        assertThat(limit.take("ada", HERE, NOON.plusSeconds(20))).isZero();

        assertThat(limit.take("ada", HERE, NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(280));
        assertThat(limit.take("bob", HERE, NOON.plusSeconds(20))).isZero();
    }

    @Test
    void aStrangerElsewhereLocksNobodyOut() {
        exhaust("ada", THERE);

        assertThat(limit.take("ada", HERE, NOON)).isZero();
    }

    @Test
    void aGuessCountsFromTheMomentItIsTaken() {
        long taken = IntStream.range(0, 100)
                .parallel()
                .filter(i -> limit.take("ada", HERE, NOON).isZero())
                .count();

        assertThat(taken).isEqualTo(3);
    }

    @Test
    void aGuessIsForgottenAfterTheWindow() {
        exhaust("ada", HERE);

        assertThat(limit.take("ada", HERE, NOON.plusSeconds(299))).isPositive();
        assertThat(limit.take("ada", HERE, NOON.plusSeconds(300))).isZero();
    }

    @Test
    void askingAgainWhileWaitingMakesTheWaitNoLonger() {
        exhaust("ada", HERE);
        limit.take("ada", HERE, NOON.plusSeconds(200));

        assertThat(limit.take("ada", HERE, NOON.plusSeconds(300))).isZero();
    }

    @Test
    void theRightSecretForgivesTheGuessesBefore() {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.take("ada", HERE, NOON)).isZero();
            limit.forgive("ada", HERE, NOON);
        }
    }

    @Test
    void anAddressThatTriesManyLoginsWaits() {
        for (int i = 0; i < 6; i++) {
            assertThat(limit.take("login-" + i, HERE, NOON)).isZero();
        }

        assertThat(limit.take("ada", HERE, NOON)).isEqualTo(Duration.ofMinutes(5));
        assertThat(limit.take("ada", THERE, NOON)).isZero();
    }

    @Test
    void aNetworkOfVersion6CountsAsOneAddress() {
        exhaust("ada", "2001:db8:0:7::1");

        assertThat(limit.take("ada", "2001:db8:0:7:ffff::2", NOON)).isPositive();
        assertThat(limit.take("ada", "2001:db8:0:8::1", NOON)).isZero();
        assertThat(limit.take("ada", "::1", NOON)).isZero();
        assertThat(limit.take("ada", "::ffff:192.0.2.7", NOON)).isZero();
    }

    @Test
    void aCrowdIsSlowedDownAndNotRefused() {
        crowd(10);

        assertThat(limit.take("ada", HERE, NOON)).isEqualTo(Duration.ofSeconds(2));
        assertThat(limit.take("ada", HERE, NOON.plusSeconds(2))).isZero();
        assertThat(limit.take("bob", HERE, NOON.plusSeconds(3))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoHasLoggedInFromAnAddressBeforeDoesNotWaitForTheCrowd() {
        limit.take("ada", HERE, NOON.minusSeconds(3600));
        limit.forgive("ada", HERE, NOON.minusSeconds(3600));
        crowd(10);

        assertThat(limit.take("ada", HERE, NOON)).isZero();
        assertThat(limit.take("ada", THERE, NOON))
                .as("nobody who knows only the name")
                .isPositive();
    }

    @Test
    void guessesAtEndlesslyManyLoginsTakeBoundedMemory() {
        GuessLimit wide = new GuessLimit(
                new GuessLimit.Limits(1, 100_000, 100_000, Duration.ofMinutes(5), Duration.ofSeconds(2)));
        for (int i = 0; i < 10_001; i++) {
            wide.take("login-" + i, HERE, NOON);
        }

        assertThat(wide.take("login-10000", HERE, NOON)).isPositive();
        assertThat(wide.take("login-0", HERE, NOON))
                .as("the oldest is forgotten")
                .isZero();
    }

    private void exhaust(String login, String address) {
        for (int i = 0; i < 3; i++) {
            limit.take(login, address, NOON);
        }
    }

    private void crowd(int guesses) {
        for (int i = 0; i < guesses; i++) {
            limit.take("login-" + i, "203.0.113." + i, NOON);
        }
    }
}
