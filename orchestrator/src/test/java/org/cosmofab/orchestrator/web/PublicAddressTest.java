package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    private static final String HERE = "http://127.0.0.1:8080";

    @Test
    void whatIsSetCounts() {
        assertThat(new PublicAddress(Optional.of("https://fablab.example/")).of("/passports/x", HERE))
                .isEqualTo("https://fablab.example/passports/x");
        assertThat(new PublicAddress(Optional.of(" http://192.168.1.20:8080 ")).of("/passports/x", HERE))
                .isEqualTo("http://192.168.1.20:8080/passports/x");
    }

    @Test
    void elseTheRequestsAddressCounts() {
        assertThat(new PublicAddress(Optional.empty()).of("/passports/x", HERE)).isEqualTo(HERE + "/passports/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fablab.example",
                "ftp://fablab.example",
                "https://",
                "https://fablab.example/cosmofab",
                "https://fablab.example?x=1",
                "https://me@fablab.example",
                "not an address"
            })
    void whatIsNoAddressOfAServerIsRefused(String text) {
        assertThatThrownBy(() -> new PublicAddress(Optional.of(text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cosmofab.public-address")
                .hasMessageContaining(text);
    }
}
