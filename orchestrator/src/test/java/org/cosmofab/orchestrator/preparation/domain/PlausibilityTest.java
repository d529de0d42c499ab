package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    @ParameterizedTest
    @CsvSource({
        "5000, 10000",
        "1001, 10000",
        "16900, 10000",
        "1400, 300",
    })
    void acceptsWallsAndInfillOfTheSolid(double extruded, double solid) {
        assertThat(Plausibility.fault(extruded, solid, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "999, 10000",
        "17000, 10000",
        "0, 10000",
        "0, 0",
        "1600, 300",
    })
    void findsFaultWithTooLittleAndTooMuch(double extruded, double solid) {
        assertThat(Plausibility.fault(extruded, solid, Map.of())).isPresent();
    }

    @Test
    void saysBothVolumesAndARemedy() {
        assertThat(Plausibility.fault(900.4, 30_000, Map.of()))
                .contains("the program extrudes 900 mm3 for a solid of 30000 mm3; check the mesh for missing faces");
    }

    @Test
    void letsTheDesignerWantItHollow() {
        assertThat(Plausibility.fault(200, 10_000, Map.of("infill", "0"))).isEmpty();
        assertThat(Plausibility.fault(0, 10_000, Map.of("infill", "0"))).isPresent();
        assertThat(Plausibility.fault(240, 10_000, Map.of("infill", "5"))).isPresent();
    }

    @Test
    void countsNoSupportsAsTooMuch() {
        assertThat(Plausibility.fault(50_000, 10_000, Map.of("supports", "true")))
                .isEmpty();
        assertThat(Plausibility.fault(50_000, 10_000, Map.of("supports", "false")))
                .isPresent();
    }
}
