package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/orders/1001", "/books?before=25", "/designs/parts-tray#order"})
    void leadsToOurOwnPages(String path) {
        assertThat(LocalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\n/evil.example",
                " /orders",
                "/a b",
                "/%zz"
            })
    void leadsNowhereElse(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @Test
    void isNotEndless() {
        assertThat(LocalPath.of("/" + "a".repeat(500))).isEmpty();
        assertThat(LocalPath.of(null)).isEmpty();
    }

    @Test
    void findsThePageThatAFormWasOn() {
        assertThat(LocalPath.ofAddress("http://lab.example:8080/designs/x?a=b", "lab.example:8080"))
                .contains("/designs/x?a=b");
        assertThat(LocalPath.ofAddress("http://evil.example/designs/x", "lab.example:8080"))
                .isEmpty();
        assertThat(LocalPath.ofAddress("not an address", "lab.example")).isEmpty();
        assertThat(LocalPath.ofAddress(null, "lab.example")).isEmpty();
    }
}
