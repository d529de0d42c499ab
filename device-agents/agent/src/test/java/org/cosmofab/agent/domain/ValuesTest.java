package org.cosmofab.agent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Printer", "printer.1", "printer/1", "#", "+", "a b", "p\n"})
    void machineNamesFitIntoTopicsOnly(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MachineId(name));
    }

    @Test
    void energyIsRunningPowerOnTheMachinesTimeAndIdlePowerOnTheRest() {
        PowerProfile profile = new PowerProfile(10, 120);

        assertThat(profile.wattHours(Duration.ofHours(1), Duration.ofMinutes(90)))
                .isEqualTo(125, within(1e-9));
        assertThat(profile.wattHours(Duration.ofHours(1), Duration.ofMinutes(30)))
                .isEqualTo(120, within(1e-9));
    }

    @Test
    void powerIsNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PowerProfile(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new PowerProfile(1, Double.NaN));
    }

    @Test
    void theRestIsExpectedToGoAsFastAsThePartBehind() {
        Instant start = Instant.parse("2026-03-02T09:00:00Z");
        Progress quarter = new Progress(new AttemptId("a"), 25, 30, 0, 0, start.plusSeconds(100));

        assertThat(quarter.estimatedEnd(start, 100)).contains(start.plusSeconds(400));
    }

    @Test
    void nothingIsExpectedFromTooLittle() {
        Instant start = Instant.parse("2026-03-02T09:00:00Z");

        assertThat(new Progress(new AttemptId("a"), 0, 0, 0, 0, start.plusSeconds(1)).estimatedEnd(start, 100))
                .isEmpty();
        assertThat(new Progress(new AttemptId("a"), 50, 0, 0, 0, start).estimatedEnd(start, 100))
                .isEmpty();
    }
}
