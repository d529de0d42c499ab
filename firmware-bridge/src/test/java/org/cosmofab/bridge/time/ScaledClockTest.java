package org.cosmofab.bridge.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScaledClockTest {
    private static final Instant WALL = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant WORKSHOP = Instant.parse("2026-06-01T00:00:00Z");

    private static Clock wallAt(Duration afterOrigin) {
        return Clock.fixed(WALL.plus(afterOrigin), ZoneOffset.UTC);
    }

    @Test
    void showsItsOriginAtTheWallOrigin() {
        assertThat(ScaledClock.of(wallAt(Duration.ZERO), WALL, WORKSHOP, 600).instant())
                .isEqualTo(WORKSHOP);
    }

    @Test
    void runsFasterByItsSpeed() {
        assertThat(ScaledClock.of(wallAt(Duration.ofMillis(1500)), WALL, WORKSHOP, 600)
                        .instant())
                .isEqualTo(WORKSHOP.plusSeconds(900));
    }

    @Test
    void runsSlowerByItsSpeedAndBackwardsBeforeTheOrigin() {
        assertThat(ScaledClock.of(wallAt(Duration.ofSeconds(10)), WALL, WORKSHOP, 0.5)
                        .instant())
                .isEqualTo(WORKSHOP.plusSeconds(5));
        assertThat(ScaledClock.of(wallAt(Duration.ofSeconds(-10)), WALL, WORKSHOP, 2)
                        .instant())
                .isEqualTo(WORKSHOP.minusSeconds(20));
    }

    @Test
    void holdsAYearAtHighSpeedToTheMillisecond() {
        Duration year = Duration.ofDays(365);
        assertThat(ScaledClock.of(wallAt(year.dividedBy(600)), WALL, WORKSHOP, 600)
                        .instant())
                .isBetween(
                        WORKSHOP.plus(year).minusMillis(1), WORKSHOP.plus(year).plusMillis(1));
    }

    @Test
    void isTheSystemsClockWhenNothingIsSaid() {
        ScaledClock clock = ScaledClock.fromEnvironment(Map.of("PATH", "/bin"));

        assertThat(clock.speed()).isEqualTo(1);
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void givesAnotherProcessTheSameClock() {
        ScaledClock clock = ScaledClock.startingNow(600);
        ScaledClock other = ScaledClock.fromEnvironment(clock.toEnvironment());

        assertThat(other.speed()).isEqualTo(600);
        assertThat(Duration.between(clock.instant(), other.instant())).isLessThan(Duration.ofMinutes(10));
        assertThat(other.toEnvironment()).isEqualTo(clock.toEnvironment());
    }

    @Test
    void refusesHalfASettingAndWhatItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledClock.fromEnvironment(Map.of(ScaledClock.SPEED, "600")))
                .withMessageContaining("together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledClock.fromEnvironment(settings("yesterday", "600")))
                .withMessageContaining(ScaledClock.ORIGIN)
                .withMessageContaining("yesterday");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledClock.fromEnvironment(settings("2026-01-01T00:00:00Z", "fast")))
                .withMessageContaining(ScaledClock.SPEED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledClock.fromEnvironment(settings("2026-01-01T00:00:00Z", "0")))
                .withMessageContaining("more than 0");
    }

    private static Map<String, String> settings(String origin, String speed) {
        return Map.of(ScaledClock.WALL_ORIGIN, WALL.toString(), ScaledClock.ORIGIN, origin, ScaledClock.SPEED, speed);
    }
}
