package org.cosmofab.designs.manifest;

import java.util.Map;
import java.util.Set;

/**
 * The keys that the two formats define.
 *
 * <p>Source: Open Know-How Specification 1.0, section 4, and okh.schema.json of OKH-LOSH 2.4 with the older names that
 * real files carry.
 */
final class KnownKeys {

    private static final Set<String> OKH_1 = Set.of(
            "title",
            "description",
            "intended-use",
            "keywords",
            "project-link",
            "image",
            "made",
            "made-independently",
            "license",
            "licensor",
            "okh-manifest-version",
            "date-created",
            "date-updated",
            "manifest-author",
            "manifest-language",
            "manifest-is-translation",
            "contact",
            "contributors",
            "version",
            "development-stage",
            "documentation-home",
            "archive-download",
            "design-files",
            "documentation-language",
            "documentation-is-translation",
            "schematics",
            "bom",
            "tool-list",
            "making-instructions",
            "manufacturing-files",
            "risk-assessment",
            "tool-settings",
            "quality-instructions",
            "operating-instructions",
            "maintenance-instructions",
            "disposal-instructions",
            "software",
            "health-safety-notice",
            "standards-used",
            "derivative-of",
            "variant-of",
            "fork-of",
            "sub",
            "sub-parts");

    private static final Set<String> LOSH = Set.of(
            "$schema",
            "okhv",
            "name",
            "repo",
            "version",
            "release",
            "license",
            "licensor",
            "organization",
            "organisation",
            "readme",
            "contribution-guide",
            "image",
            "documentation-language",
            "technology-readiness-level",
            "documentation-readiness-level",
            "attestation",
            "publication",
            "standard-compliance",
            "cpc-patent-class",
            "tsdc",
            "function",
            "bom",
            "manufacturing-instructions",
            "user-manual",
            "part",
            "software",
            "source",
            "export",
            "auxiliary",
            "mass",
            "outer-dimensions",
            "outer-dimension",
            "outer-dimension-dim",
            "fork-of",
            "derivative-of",
            "variant-of",
            "rdf",
            "contributors",
            "keywords",
            "upload-method");

    private static final Set<String> LOSH_PART = Set.of(
            "name",
            "source",
            "export",
            "tsdc",
            "material",
            "mass",
            "outer-dimensions",
            "outer-dimension",
            "outer-dimension-dim",
            "image",
            "auxiliary",
            "printing-process",
            "2d-size-mm",
            "component-sides");

    private static final Set<String> PERSON = Set.of("name", "affiliation", "email", "social", "url");
    private static final Set<String> DIMENSIONS = Set.of("width", "depth", "height", "openSCAD", "unit");
    private static final Set<String> PARENT = Set.of("title", "manifest", "web", "name", "repo", "lang");
    private static final Set<String> LICENCE = Set.of("hardware", "documentation", "software");
    private static final Map<String, Set<String>> NESTED = Map.of(
            "licensor",
            PERSON,
            "manifest-author",
            PERSON,
            "contact",
            PERSON,
            "contributors",
            PERSON,
            "outer-dimensions",
            DIMENSIONS,
            "derivative-of",
            PARENT,
            "variant-of",
            PARENT,
            "fork-of",
            PARENT,
            "license",
            LICENCE);

    private KnownKeys() {}

    static Set<String> root(Dialect dialect) {
        return dialect == Dialect.OKH_LOSH ? LOSH : OKH_1;
    }

    /** The keys of the table under that key; empty if any may be there. */
    static Set<String> nested(Dialect dialect, String key) {
        if (key.equals("part") && dialect == Dialect.OKH_LOSH) {
            return LOSH_PART;
        }
        return NESTED.getOrDefault(key, Set.of());
    }
}
