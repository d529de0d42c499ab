package org.cosmofab.designs.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.licence.DeclaredLicence;
import org.cosmofab.designs.licence.Licences;

/**
 * The OKH-LOSH format.
 *
 * <p>Source: iop-alliance/OpenKnowHow, src/spec/okh.md and src/schema/okh.schema.json, 2.4.
 */
final class OkhLosh {

    /** The constant of the 2023 schema, the test designs' and the current template's. */
    private static final Set<String> VERSIONS = Set.of("OKH-LOSHv1.0", "2.0", "2.4");

    private static final List<String> DOCUMENTS = List.of(
            "readme",
            "contribution-guide",
            "image",
            "bom",
            "manufacturing-instructions",
            "user-manual",
            "source",
            "export",
            "auxiliary");

    private final FieldReader fields;
    private final Findings findings;

    OkhLosh(FieldReader fields) {
        this.fields = fields;
        this.findings = fields.findings();
    }

    Manifest read(ManifestSource source) {
        fields.required("okhv")
                .filter(okhv -> !VERSIONS.contains(okhv))
                .ifPresent(okhv -> findings.add(
                        FindingCode.OKHV_UNKNOWN, fields.field("okhv").place(), okhv));
        String name = fields.requiredText("name").orElse("");
        fields.requiredText("repo");
        fields.requiredText("version");
        fields.required("license");
        fields.required("licensor");
        String function = fields.requiredText("function").orElse("");
        fields.recommended("documentation-language");
        new DimensionsReader(findings).read(fields.root());
        List<FileLink> images = fields.files("image");
        About about = new About(
                name,
                function,
                Optional.empty(),
                fields.version(),
                fields.texts("keywords"),
                images.stream().findFirst().map(FileLink::target));
        People people = new People(
                fields.people("licensor", false),
                fields.people("contributors", false),
                List.of(),
                fields.organisations());
        Links links = new Links(
                fields.url("repo"),
                fields.url("release"),
                fields.parents(),
                Optional.empty(),
                fields.languages("documentation-language"));
        return new Manifest(source, about, licences(), people, files(), links);
    }

    private Licences licences() {
        Node declared = fields.field("license");
        if (declared.isTable() || declared.isList()) {
            findings.add(FindingCode.FIELD_SHAPE, declared.place(), "license");
        }
        return Licences.one(declared.text().map(text -> DeclaredLicence.read(text, declared.place(), findings)));
    }

    private ManifestFiles files() {
        List<FileLink> documents = new ArrayList<>();
        DOCUMENTS.forEach(key -> documents.addAll(fields.files(key)));
        List<ManifestPart> parts = new ArrayList<>();
        for (Node node : fields.field("part").each()) {
            if (node.isTable()) {
                part(node, documents).ifPresent(parts::add);
            } else {
                findings.add(FindingCode.FIELD_SHAPE, node.place(), "part");
            }
        }
        return new ManifestFiles(parts, documents);
    }

    private Optional<ManifestPart> part(Node node, List<FileLink> documents) {
        FieldReader part = new FieldReader(node, findings);
        Optional<String> name = part.requiredText("name");
        documents.addAll(part.files("image"));
        documents.addAll(part.files("auxiliary"));
        List<FileLink> files = new ArrayList<>(part.files("source"));
        files.addAll(part.files("export"));
        Optional<Dimensions> dimensions = new DimensionsReader(findings).read(node);
        List<String> tsdc = part.texts("tsdc").stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
        return name.map(known -> new ManifestPart(
                known, tsdc, part.texts("material").stream().findFirst(), files, dimensions, node.place()));
    }
}
