package org.cosmofab.designs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A design's folder for tests: begins flawless, then a test spoils it. */
final class DesignFolder {

    static final String MANIFEST = """
            okhv = "2.4"
            name = "Wall hook"
            repo = "https://example.org/wall-hook"
            version = "1.10"
            license = "CERN-OHL-S-2.0"
            licensor = "Dina Martin"
            function = "Holds a coat."
            documentation-language = "en"
            readme = "README.md"

            [[part]]
            name = "Hook"
            tsdc = "3DP"
            material = "PLA"
            source = "hook.scad"
            export = ["hook.stl"]

            [part.outer-dimensions]
            width = 30
            depth = 20
            height = 10
            """;

    static final String YAML_MANIFEST = """
            title: Wall hook
            description: Holds a coat.
            project-link: https://example.org/wall-hook
            version: "1.10"
            license:
              hardware: CERN-OHL-S-2.0
              documentation: CC-BY-SA-4.0
            licensor:
              name: Dina Martin
            documentation-language: en
            manufacturing-files:
              - path: hook.stl
                title: Hook
            """;

    static final String CONTRIBUTIONS = """
            cosmofab: 1
            contributions:
              - {party: dina, name: Dina Martin, hours: 20, kind: design, on: 2026-03-01}
            """;

    private final Path root;
    private DesignLimits limits = DesignLimits.standard();
    private Optional<String> pulledFrom = Optional.empty();

    private DesignFolder(Path root) {
        this.root = root;
    }

    static DesignFolder flawless(Path root) {
        return new DesignFolder(root)
                .with("okh.toml", MANIFEST)
                .with("contributions.yml", CONTRIBUTIONS)
                .with("README.md", "# Wall hook\n")
                .with("hook.scad", "cube([30, 20, 10]);\n")
                .with("hook.stl", "solid hook\nendsolid hook\n");
    }

    static DesignFolder flawlessYaml(Path root) {
        return flawless(root)
                .without("okh.toml")
                .with("okh.yml", YAML_MANIFEST)
                .with("cosmofab.yml", "cosmofab: 1\nparts: {Hook: {material: PLA}}\n");
    }

    DesignFolder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    DesignFolder with(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DesignFolder without(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DesignFolder link(String path, String target) {
        try {
            Files.createSymbolicLink(root.resolve(path), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the manifest's text; the part to change has to be there. */
    DesignFolder manifest(String from, String to) {
        String name = Files.exists(root.resolve("okh.toml")) ? "okh.toml" : "okh.yml";
        return with(name, replaced(text(name), from, to));
    }

    DesignFolder contributions(String from, String to) {
        return with("contributions.yml", replaced(CONTRIBUTIONS, from, to));
    }

    DesignFolder limited(DesignLimits smaller) {
        limits = smaller;
        return this;
    }

    DesignFolder pulledFrom(String address) {
        pulledFrom = Optional.of(address);
        return this;
    }

    ReadDesign read() {
        return new DesignReader(limits).read(root, pulledFrom);
    }

    Path root() {
        return root;
    }

    private String text(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("the fixture has no " + from);
        }
        return text.replace(from, to);
    }
}
