package org.cosmofab.orchestrator.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.ReadDesign;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.licence.DeclaredLicence;
import org.cosmofab.designs.lineage.ParentRef;
import org.cosmofab.designs.manifest.Manifest;
import org.cosmofab.designs.part.LaserPass;
import org.cosmofab.designs.part.MakingProcess;
import org.cosmofab.designs.sidecar.Picture;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;

/** A design as it was read from its folder, in the words of this workshop. */
final class Reading {
    private static final int SLUG_LENGTH_MAX = 60;
    private static final int RELEASE_LENGTH_MAX = 100;
    private static final int MATERIAL_LENGTH_MAX = 40;
    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3600);
    private static final BigDecimal WEIGHT_SCALE = new BigDecimal(1_000_000);

    private Reading() {}

    /** The version that a publishable reading describes. */
    static DesignVersion version(ReadDesign read, Published published) {
        Manifest manifest = read.manifest().orElseThrow();
        Map<String, String> titles = new HashMap<>(Map.of("en", read.title(Locale.ENGLISH)));
        Map<String, String> descriptions = new HashMap<>(Map.of("en", read.description(Locale.ENGLISH)));
        read.making().texts().keySet().forEach(language -> {
            titles.put(language, read.title(Locale.forLanguageTag(language)));
            descriptions.put(language, read.description(Locale.forLanguageTag(language)));
        });
        return new DesignVersion(
                published.version(),
                published.slug(),
                published.release(),
                titles,
                descriptions,
                manifest.licences().governing().map(DeclaredLicence::raw).orElse(""),
                licenceClass(manifest),
                parts(read),
                contributions(read),
                read.contributions().parents().stream().map(Reading::parent).toList(),
                read.making().pictures().stream().map(Picture::file).toList(),
                read.making().instructions(),
                published.at());
    }

    /** The design's short name: its English title in lower case, words joined by hyphens. */
    static String slug(ReadDesign read) {
        String plain = Normalizer.normalize(read.title(Locale.ENGLISH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "design" : shortened(plain, SLUG_LENGTH_MAX);
    }

    /** The author's name for the release. */
    static String release(ReadDesign read) {
        String named = read.manifest().orElseThrow().version().orElse("1").strip();
        return named.isEmpty() ? "1" : named.substring(0, Math.min(RELEASE_LENGTH_MAX, named.length()));
    }

    /** A contributor's id in this workshop's books. */
    static PartyId party(String inDesign) {
        return new PartyId(inDesign.replace('.', '-'));
    }

    private static List<DesignVersion.Part> parts(ReadDesign read) {
        return read.parts().stream()
                .filter(org.cosmofab.designs.part.Part::isMakable)
                .map(part -> part(part, read))
                .toList();
    }

    private static DesignVersion.Part part(org.cosmofab.designs.part.Part part, ReadDesign read) {
        String file = part.file().orElseThrow();
        return new DesignVersion.Part(
                part.name(),
                process(part.process()),
                file,
                fileHash(read, file),
                material(part.material().orElseThrow()),
                part.quantity(),
                part.details().settings().values(),
                part.details().settings().laser().stream().map(Reading::pass).toList(),
                shipped(part.details().programs()));
    }

    private static String fileHash(ReadDesign read, String file) {
        return read.version()
                .orElseThrow()
                .file(file)
                .map(f -> f.sha256().hex())
                .orElseThrow(() -> new IllegalStateException("a publishable design without its file " + file));
    }

    private static DesignVersion.LaserPass pass(LaserPass pass) {
        return new DesignVersion.LaserPass(
                pass.colour(),
                pass.effect() == LaserPass.Effect.CUT,
                pass.powerPercent(),
                pass.speedMmPerMinute(),
                pass.passes());
    }

    /** Of several, the one for the printers we know. */
    private static Optional<DesignVersion.ShippedProgram> shipped(
            List<org.cosmofab.designs.part.ShippedProgram> programs) {
        return programs.stream()
                .min(Comparator.comparing(program -> !program.kind().equals(DesignVersion.ShippedProgram.MARLIN_FDM)))
                .map(Reading::shipped);
    }

    private static DesignVersion.ShippedProgram shipped(org.cosmofab.designs.part.ShippedProgram program) {
        return new DesignVersion.ShippedProgram(
                program.kind(),
                program.file(),
                program.sha256().hex(),
                program.madeWith(),
                program.sourceSha256().hex());
    }

    private static Process process(MakingProcess process) {
        return switch (process) {
            case PRINT -> Process.PRINT;
            case LASER -> Process.LASER;
            case MILL -> Process.MILL;
            case OTHER -> throw new IllegalStateException("not made on a machine");
        };
    }

    private static MaterialId material(String word) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replace("+", "-plus-")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return new MaterialId(plain.isEmpty() ? "unnamed" : shortened(plain, MATERIAL_LENGTH_MAX));
    }

    private static String shortened(String words, int length) {
        return words.substring(0, Math.min(length, words.length())).replaceAll("-+$", "");
    }

    private static DesignVersion.LicenceClass licenceClass(Manifest manifest) {
        return switch (manifest.licences().classification()) {
            case OPEN -> DesignVersion.LicenceClass.OPEN;
            case PPL -> DesignVersion.LicenceClass.PEER_PRODUCTION;
            case NON_COMMERCIAL -> DesignVersion.LicenceClass.NON_COMMERCIAL;
            case COOPYLEFT -> DesignVersion.LicenceClass.COOPYLEFT;
            case UNKNOWN -> DesignVersion.LicenceClass.UNKNOWN;
        };
    }

    private static List<DesignVersion.Contribution> contributions(ReadDesign read) {
        return read.contributions().contributions().stream()
                .map(work -> new DesignVersion.Contribution(
                        party(work.party()),
                        work.hours()
                                .multiply(SECONDS_PER_HOUR)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        work.kind()))
                .toList();
    }

    private static DesignVersion.Parent parent(ParentRef parent) {
        Optional<DesignVersionId> version =
                parent.versionHash().map(ContentHash::hex).map(DesignVersionId::new);
        long weight = parent.weight()
                .multiply(WEIGHT_SCALE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new DesignVersion.Parent(version, parent.design(), Math.max(1, weight));
    }
}
