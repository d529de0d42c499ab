package org.cosmofab.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.cosmofab.bridge.gcode.GateProfile.Kind;
import org.cosmofab.bridge.safety.LossOfContact.Link;
import org.junit.jupiter.api.Test;

class LossOfContactTest {

    @Test
    void everyKindAndLinkIsSaidInBothLanguages() {
        for (Kind kind : Kind.values()) {
            for (Link link : Link.values()) {
                List<String> english = LossOfContact.sentences(kind, link, Locale.ENGLISH);
                List<String> french = LossOfContact.sentences(kind, link, Locale.FRANCE);

                assertThat(english).hasSameSizeAs(french).doesNotContainAnyElementsOf(french);
                assertThat(english).last().asString().contains("switch");
                assertThat(french).last().asString().contains("interrupteur");
            }
        }
    }

    @Test
    void aConstantBeamIsNotPromisedToGoDark() {
        assertThat(LossOfContact.sentences(Kind.LASER, Link.SERIAL, Locale.ENGLISH)
                        .get(0))
                .contains("With M3 it burns on");
    }
}
