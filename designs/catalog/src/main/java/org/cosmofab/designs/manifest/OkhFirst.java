package org.cosmofab.designs.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.licence.DeclaredLicence;
import org.cosmofab.designs.licence.Licences;

/**
 * The first Open Know-How format.
 *
 * <p>Source: Open Know-How Specification 1.0, section 4.
 */
final class OkhFirst {

    private static final List<String> DOCUMENTS = List.of(
            "documentation-home",
            "image",
            "design-files",
            "schematics",
            "bom",
            "tool-list",
            "making-instructions",
            "risk-assessment",
            "tool-settings",
            "quality-instructions",
            "operating-instructions",
            "maintenance-instructions",
            "disposal-instructions",
            "software");

    private final FieldReader fields;
    private final Findings findings;

    OkhFirst(FieldReader fields) {
        this.fields = fields;
        this.findings = fields.findings();
    }

    Manifest read(ManifestSource source) {
        String title = fields.requiredText("title").orElse("");
        String description = fields.requiredText("description").orElse("");
        Licences licences = licences();
        fields.recommended("licensor");
        fields.recommended("version");
        fields.recommended("documentation-language");
        About about = new About(
                title,
                description,
                fields.field("intended-use").text(),
                fields.version(),
                fields.texts("keywords"),
                fields.texts("image").stream().findFirst());
        People people = new People(
                fields.people("licensor", true),
                fields.people("contributors", true),
                fields.people("manifest-author", true),
                List.of());
        return new Manifest(source, about, licences, people, files(), links());
    }

    private Links links() {
        if (fields.field("project-link").isEmpty()
                && fields.field("documentation-home").isEmpty()) {
            findings.add(FindingCode.FIELD_MISSING, fields.field("project-link").place(), "project-link");
        }
        return new Links(
                fields.url("project-link"),
                fields.field("archive-download").text(),
                fields.parents(),
                fields.languages("manifest-language").stream().findFirst(),
                fields.languages("documentation-language"));
    }

    private Licences licences() {
        Node declared = fields.field("license");
        if (declared.isTable()) {
            Licences licences = new Licences(
                    licence(declared.field("hardware")),
                    licence(declared.field("documentation")),
                    licence(declared.field("software")));
            if (licences.governing().isEmpty()) {
                findings.add(FindingCode.FIELD_MISSING, declared.place(), "license");
            }
            return licences;
        }
        if (declared.isEmpty()) {
            findings.add(FindingCode.FIELD_MISSING, declared.place(), "license");
        } else {
            findings.add(FindingCode.FIELD_SHAPE, declared.place(), "license");
        }
        return Licences.one(licence(declared));
    }

    private Optional<DeclaredLicence> licence(Node node) {
        return node.text().map(text -> DeclaredLicence.read(text, node.place(), findings));
    }

    private ManifestFiles files() {
        List<FileLink> documents = new ArrayList<>();
        DOCUMENTS.forEach(key -> documents.addAll(fields.files(key)));
        List<ManifestPart> parts = new ArrayList<>();
        for (FileLink file : fields.files("manufacturing-files")) {
            List<String> tsdc = tsdc(file.target());
            if (tsdc.isEmpty()) {
                documents.add(file);
            } else {
                String name = file.title().orElseGet(() -> stem(file.target()));
                parts.add(
                        new ManifestPart(name, tsdc, Optional.empty(), List.of(file), Optional.empty(), file.place()));
            }
        }
        return new ManifestFiles(parts, documents);
    }

    /** This format names no process; the kind of file tells it. */
    private static List<String> tsdc(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".stl") || lower.endsWith(".3mf")) {
            return List.of("3DP");
        }
        return lower.endsWith(".svg") || lower.endsWith(".dxf") ? List.of("LAS") : List.of();
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
