package org.cosmofab.designs.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cosmofab.designs.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFinderTest {

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okh.toml",
                "okh.yml",
                "okh.yaml",
                "okh-manifest.yml",
                "okh_hook.toml",
                "hook.okh.toml",
                "okh-ZACplus.yml",
                "okh.v2.yml"
            })
    void findsTheNamesInUse(String name) throws IOException {
        Files.createFile(folder.resolve(name));
        assertThat(ManifestFinder.find(folder, findings)).contains(name);
        assertThat(findings.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OKH.yml", "Okh-hook.toml", "okh.YML"})
    void findsNamesInCapitalsButComplains(String name) throws IOException {
        Files.createFile(folder.resolve(name));
        assertThat(ManifestFinder.find(folder, findings)).contains(name);
        assertThat(findings.list()).extracting(found -> found.code().slug()).containsExactly("manifest-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"okhello.yml", "okh.json", "okh.toml.bak", "book.yml", "okh"})
    void passesOverOtherNames(String name) throws IOException {
        Files.createFile(folder.resolve(name));
        assertThat(ManifestFinder.find(folder, findings)).isEmpty();
    }

    @Test
    void prefersTomlAndNamesTheOthers() throws IOException {
        for (String name : new String[] {"okh-b.yml", "okh.yml", "okh.toml"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(ManifestFinder.find(folder, findings)).contains("okh.toml");
        assertThat(findings.list())
                .singleElement()
                .hasToString("WARN manifest-several at okh.toml: "
                        + "The folder has several manifests (okh.toml, okh.yml, okh-b.yml); okh.toml was read.");
    }
}
