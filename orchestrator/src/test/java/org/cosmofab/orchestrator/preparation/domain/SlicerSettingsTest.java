package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicerSettingsTest {
    private static final String FILE = """
            # a remark
            bed_shape = 0x0,220x0
            filament_type = PLA
            post_process =
            start_gcode = G28\\nG1 Z{a=b}
            """;

    @Test
    void readsNamesAndValues() {
        SlicerSettings settings = SlicerSettings.read(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(settings.values())
                .isEqualTo(Map.of(
                        "bed_shape", "0x0,220x0",
                        "filament_type", "PLA",
                        "post_process", "",
                        "start_gcode", "G28\\nG1 Z{a=b}"));
        assertThat(settings.filament()).isEqualTo("PLA");
        assertThat(settings.value("unknown")).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        SlicerSettings settings = SlicerSettings.read(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(SlicerSettings.read(settings.toBytes())).isEqualTo(settings);
    }

    @Test
    void replacesSingleValues() {
        SlicerSettings settings = SlicerSettings.read(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(settings.with(Map.of("bed_shape", "0x0,300x0")).value("bed_shape"))
                .isEqualTo("0x0,300x0");
        assertThat(settings.value("bed_shape")).isEqualTo("0x0,220x0");
    }
}
