package org.cosmofab.designs.sidecar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.part.LaserPass;
import org.cosmofab.designs.part.MakingProcess;
import org.cosmofab.designs.part.PartSettings;
import org.cosmofab.designs.part.ShippedProgram;

/** Reads {@code cosmofab.yml}; its format is defined in designs/README.md. */
public final class MakingReader {

    private static final Set<String> KEYS =
            Set.of(SidecarFormat.KEY, "texts", "parts", "making-instructions", "pictures");
    private static final Set<String> PART_KEYS =
            Set.of("process", "file", "material", "quantity", "titles", "settings", "laser", "programs");
    private static final Set<String> LASER_KEYS = Set.of("colour", "does", "power", "speed", "passes");
    private static final Set<String> PROGRAM_KEYS =
            Set.of("kind", "file", "sha256", "made-with", "settings-sha256", "source-sha256");

    private static final Pattern MATERIAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,39}");
    private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final int QUANTITY_MAX = 10_000;

    private final Findings findings;

    public MakingReader(Findings findings) {
        this.findings = findings;
    }

    public Making read(Node document) {
        StrictTable root = new StrictTable(document, KEYS, findings);
        SidecarFormat.check(root);
        Map<String, PartMaking> parts = new LinkedHashMap<>();
        root.eachField("parts", (name, node) -> parts.put(name, part(new StrictTable(node, PART_KEYS, findings))));
        return new Making(texts(root), parts, root.byLanguage("making-instructions"), pictures(root));
    }

    private Map<String, DesignText> texts(StrictTable root) {
        Map<String, DesignText> texts = new LinkedHashMap<>();
        root.eachField("texts", (language, node) -> {
            if (!StrictTable.isLanguage(language)) {
                findings.add(FindingCode.LANGUAGE_INVALID, node.place(), language);
            }
            StrictTable text = new StrictTable(node, Set.of("title", "description"), findings);
            texts.put(language, new DesignText(text.text("title"), text.text("description")));
        });
        return texts;
    }

    private List<Picture> pictures(StrictTable root) {
        List<Picture> pictures = new ArrayList<>();
        root.eachTable(
                "pictures",
                Set.of("file", "descriptions"),
                picture -> picture.requiredText("file")
                        .ifPresent(file -> pictures.add(new Picture(file, picture.byLanguage("descriptions")))));
        return pictures;
    }

    private PartMaking part(StrictTable part) {
        Optional<MakingProcess> process = part.text("process").flatMap(MakingProcess::ofWord);
        if (process.isEmpty() && part.text("process").isPresent()) {
            part.invalid(part.node("process"), "print, laser, mill or other");
        }
        PartMaking.Choice choice = new PartMaking.Choice(
                part.text("file"),
                part.text("material", MATERIAL, "letters, digits, dot, plus and hyphen, at most 40"),
                part.whole("quantity", QUANTITY_MAX, 1),
                part.byLanguage("titles"));
        return new PartMaking(process, choice, settings(part), programs(part));
    }

    private PartSettings settings(StrictTable part) {
        TreeMap<String, String> values = new TreeMap<>();
        part.eachField(
                "settings",
                (name, node) -> SettingRules.check(name, node, findings).ifPresent(value -> values.put(name, value)));
        List<LaserPass> laser = new ArrayList<>();
        part.eachTable("laser", LASER_KEYS, pass -> laserPass(pass).ifPresent(laser::add));
        return new PartSettings(values, laser);
    }

    private static Optional<LaserPass> laserPass(StrictTable pass) {
        Optional<String> colour = pass.requiredText("colour", COLOUR, "#rrggbb");
        Optional<String> effect = pass.requiredText("does", Pattern.compile("cut|engrave"), "cut or engrave");
        var power = pass.decimal("power", "0", "100");
        var speed = pass.decimal("speed", "0", "100000");
        pass.requiredText("power");
        pass.requiredText("speed");
        int passes = pass.whole("passes", 20, 1);
        if (colour.isEmpty() || effect.isEmpty() || power.isEmpty() || speed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LaserPass(
                colour.get().toLowerCase(Locale.ROOT),
                LaserPass.Effect.valueOf(effect.get().toUpperCase(Locale.ROOT)),
                power.get(),
                speed.get(),
                passes));
    }

    private static List<ShippedProgram> programs(StrictTable part) {
        List<ShippedProgram> programs = new ArrayList<>();
        part.eachTable("programs", PROGRAM_KEYS, program -> program(program).ifPresent(programs::add));
        return programs;
    }

    private static Optional<ShippedProgram> program(StrictTable program) {
        Optional<String> kind = program.requiredText("kind", KIND, "lower-case letters, digits and hyphens");
        Optional<String> file = program.requiredText("file");
        Optional<String> madeWith = program.requiredText("made-with");
        var sha256 = program.hash("sha256", true);
        var settings = program.hash("settings-sha256", false);
        var source = program.hash("source-sha256", true);
        if (kind.isEmpty() || file.isEmpty() || madeWith.isEmpty() || sha256.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ShippedProgram(kind.get(), file.get(), sha256.get(), madeWith.get(), settings, source.get()));
    }
}
