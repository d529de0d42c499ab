package org.cosmofab.bridge.explanations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private final Explanations english = Explanations.in(Locale.ENGLISH);
    private final Explanations french = Explanations.in(Locale.FRENCH);

    @Test
    void bothLanguagesExplainTheSameCodes() {
        assertThat(french.codes()).isEqualTo(english.codes()).isNotEmpty();
    }

    @Test
    void everyCodeHasAMeaningAndASafeActionInBothLanguages() {
        for (String code : english.codes()) {
            Explanation said = english.of(code).orElseThrow();
            Explanation dit = french.of(code).orElseThrow();
            assertThat(said.meaning()).as(code).isNotBlank().isNotEqualTo(dit.meaning());
            assertThat(said.nextAction()).as(code).isNotBlank().isNotEqualTo(dit.nextAction());
        }
    }

    @Test
    void oneNumberMeansAnotherThingInEachFirmware() {
        assertThat(english.of("grbl/alarm/10").orElseThrow().meaning()).contains("two-motor");
        assertThat(english.of("grblhal/alarm/10").orElseThrow().meaning()).contains("emergency stop");
        assertThat(english.of("fluidnc/alarm/10").orElseThrow().meaning()).contains("spindle");
        assertThat(english.of("grbl/alarm/11")).isEmpty();
    }

    @Test
    void whatTheFamilyMeansAlikeIsFoundUnderEachName() {
        assertThat(english.of("fluidnc/error/20")).map(Explanation::code).contains("fluidnc/error/20");
        assertThat(french.of("grblhal/alarm/2").orElseThrow().meaning()).contains("course");
        assertThat(english.of("marlin/alarm/2")).isEmpty();
    }
}
