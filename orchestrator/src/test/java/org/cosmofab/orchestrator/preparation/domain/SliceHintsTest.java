package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceHintsTest {

    @ParameterizedTest
    @CsvSource({
        "layer-height, 0.08, layer_height, 0.08",
        "layer-height, 0.32, layer_height, 0.32",
        "infill, 0, fill_density, 0%",
        "infill, 100, fill_density, 100%",
        "infill, 12.5, fill_density, 12.5%",
        "perimeters, 1, perimeters, 1",
        "perimeters, 3.0, perimeters, 3",
        "perimeters, 10, perimeters, 10",
        "top-layers, 0, top_solid_layers, 0",
        "bottom-layers, 20, bottom_solid_layers, 20",
        "brim-width, 0, brim_width, 0",
        "supports, true, support_material, 1",
        "supports, false, support_material, 0"
    })
    void takesHintsOfShape(String hint, String value, String setting, String expected) throws Exception {
        assertThat(SliceHints.settings(Map.of(hint, value))).isEqualTo(Map.of(setting, expected));
    }

    @Test
    void asksForABrimOfSomeKindWhereOneHasAWidth() throws Exception {
        assertThat(SliceHints.settings(Map.of("brim-width", "5")))
                .isEqualTo(Map.of("brim_width", "5", "brim_type", "outer_only"));
    }

    @ParameterizedTest
    @CsvSource({
        "layer-height, 0.079, 0.08 to 0.32 mm",
        "layer-height, 0.33, 0.08 to 0.32 mm",
        "infill, 101, 0 to 100 %",
        "infill, -1, 0 to 100 %",
        "infill, 20%, 0 to 100 %",
        "infill, 1e-999999999, 0 to 100 %",
        "infill, NaN, 0 to 100 %",
        "perimeters, 0, a whole number from 1 to 10",
        "perimeters, 2.5, a whole number from 1 to 10",
        "top-layers, 21, a whole number from 0 to 20",
        "bottom-layers, many, a whole number from 0 to 20",
        "brim-width, 21, 0 to 20 mm",
        "supports, maybe, true or false"
    })
    void refusesOthersWithTheRange(String hint, String value, String range) {
        assertThatThrownBy(() -> SliceHints.settings(Map.of(hint, value)))
                .isInstanceOf(SliceHints.OutOfRange.class)
                .hasMessage(hint + " is " + value + "; give " + range);
    }

    @Test
    void leavesHeatSpeedAndProgramsToTheWorkshop() throws Exception {
        assertThat(SliceHints.settings(Map.of(
                        "nozzle-temperature", "350",
                        "bed-temperature", "150",
                        "post_process", "/bin/sh",
                        "start_gcode", "M500",
                        "travel_speed", "9000")))
                .isEmpty();
    }
}
