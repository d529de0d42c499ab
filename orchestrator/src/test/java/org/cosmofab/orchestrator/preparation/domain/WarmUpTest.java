package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void awaitsTheBedWhileTheNozzleWarmsAndThenTheNozzle() {
        // Homing 12 s; bed from 21 to 60 at 0.6 is 65 s and 10 s to settle. Meanwhile the nozzle reaches its 150, from
        // where 210 is 30 s away at 2.0, and 10 s to settle.
        assertThat(warmUp("G28", "M140 S60", "M104 S150", "M190 S60", "M109 S210"))
                .isEqualTo(seconds(127));
    }

    @Test
    void awaitsOneAfterTheOtherWhereNothingWasSetBefore() {
        assertThat(warmUp("M190 S60", "M109 S210")).isEqualTo(seconds(65 + 10 + 94.5 + 10));
    }

    @Test
    void awaitsNothingThatIsOnlySet() {
        assertThat(warmUp("M140 S60", "M104 S210", "G1 X1 F600")).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesHeatersForWarmOncePrintingHasBegun() {
        assertThat(warmUp("M140 S60", "M104 S210", "G1 X1 E1 F600", "M109 S210"))
                .isEqualTo(seconds(10));
    }

    @Test
    void warmsFurtherWithinAPrint() {
        assertThat(warmUp("M109 S200", "G1 X1 E1 F600", "M109 S220")).isEqualTo(seconds(89.5 + 10 + 10 + 10));
    }

    @Test
    void awaitsNothingWhereItHasToCool() {
        assertThat(warmUp("M109 S200", "M109 S150")).isEqualTo(seconds(89.5 + 10 + 10));
    }

    private static Duration warmUp(String... lines) {
        return WarmUp.of(program(lines));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static SafeProgram program(String... lines) {
        return Sanitiser.sanitise(String.join("\n", lines), Dialect.MARLIN).fold(Sanitised.Safe::program, refused -> {
            throw new AssertionError(refused);
        });
    }
}
