package org.cosmofab.designs;

import static org.cosmofab.designs.finding.FindingCode.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cosmofab.designs.content.FolderLimits;
import org.cosmofab.designs.document.DocumentLimits;
import org.cosmofab.designs.finding.FindingCode;

/** One way to spoil a flawless design for each finding. */
final class FindingGallery {

    private static final String ZEROS = "0".repeat(64);
    private static final String LICENCE = "\"CERN-OHL-S-2.0\"";

    static final Map<FindingCode, UnaryOperator<DesignFolder>> SPOILED = new EnumMap<>(FindingCode.class);

    private FindingGallery() {}

    static {
        SPOILED.put(MANIFEST_MISSING, design -> design.without("okh.toml"));
        SPOILED.put(MANIFEST_SEVERAL, design -> design.with("okh.yml", DesignFolder.YAML_MANIFEST));
        SPOILED.put(MANIFEST_NAME, design -> design.without("okh.toml").with("OKH.toml", DesignFolder.MANIFEST));
        SPOILED.put(MANIFEST_COPIED, design -> design.pulledFrom("https://example.org/other/fork.git"));
        SPOILED.put(FILE_OVER_LIMIT, design -> design.limited(documents(200, 24)));
        SPOILED.put(FILE_NOT_UTF8, design -> design.with("okh.toml", new byte[] {'a', (byte) 0xE9, '='}));
        SPOILED.put(FILE_UNREADABLE, design -> design.with("okh.toml", "okhv = \"2.4\"\nname = = \"x\"\n"));
        SPOILED.put(
                FILE_TOO_DEEP,
                design -> design.with("cosmofab.yml", "cosmofab: 1\nparts: {a: [[[[[[[[]]]]]]]]}\n")
                        .limited(documents(10_000, 8)));
        SPOILED.put(KEY_DUPLICATE, design -> design.manifest("readme =", "name = \"Twice\"\nreadme ="));
        SPOILED.put(KEY_MISSPELT, design -> design.manifest("width =", "widht ="));
        SPOILED.put(KEY_UNKNOWN, design -> design.manifest("readme =", "rpm = 666\nreadme ="));
        SPOILED.put(YAML_ALIAS, design -> design.contributions("name: Dina Martin", "name: &n Dina, evidence: *n"));

        SPOILED.put(FIELD_MISSING, design -> design.manifest("function = \"Holds a coat.\"\n", ""));
        SPOILED.put(FIELD_RECOMMENDED, design -> design.manifest("documentation-language = \"en\"\n", ""));
        SPOILED.put(FIELD_SHAPE, design -> design.manifest(LICENCE, "[" + LICENCE + "]"));
        SPOILED.put(FIELD_PLACEHOLDER, design -> design.manifest("Holds a coat.", "FIXME: what does it do?"));
        SPOILED.put(NAME_TOO_LONG, design -> design.manifest("\"Hook\"", "\"" + "Hook".repeat(51) + "\""));
        SPOILED.put(CONTROL_CHARACTER, design -> design.manifest("\"Holds a coat.\"", "\"Holds\\u0000 a coat.\""));
        SPOILED.put(OKHV_UNKNOWN, design -> design.manifest("\"2.4\"", "\"3.0\""));
        SPOILED.put(VERSION_NOT_TEXT, design -> design.manifest("\"1.10\"", "1.10"));
        SPOILED.put(LANGUAGE_INVALID, design -> design.manifest("\"en\"", "\"en-UK\""));
        SPOILED.put(URL_INVALID, design -> design.manifest("https://example.org/wall-hook", "example.org"));
        SPOILED.put(
                DIMENSION_DIALECT,
                design -> design.manifest("width = 30\ndepth = 20\nheight = 10\n", "openSCAD = \"cube([1,2,3])\"\n"));
        SPOILED.put(DIMENSION_INVALID, design -> design.manifest("width = 30", "width = 0"));

        SPOILED.put(LICENCE_NOT_SPDX, design -> design.manifest(LICENCE, "\"CERN OHL S v2\""));
        SPOILED.put(LICENCE_SENTENCE, design -> design.manifest(LICENCE, "\"Do as you like, but tell us\""));
        SPOILED.put(LICENCE_UNKNOWN, design -> design.manifest(LICENCE, "\"LicenseRef-Our-Own\""));
        SPOILED.put(LICENCE_DEPRECATED, design -> design.manifest(LICENCE, "\"GPL-3.0\""));
        SPOILED.put(LICENCE_RESTRICTED, design -> design.manifest(LICENCE, "\"LicenseRef-PPL\""));

        SPOILED.put(PATH_CLIMBS_OUT, design -> design.manifest("\"README.md\"", "\"../README.md\""));
        SPOILED.put(PATH_ABSOLUTE, design -> design.manifest("\"README.md\"", "\"file:///etc/passwd\""));
        SPOILED.put(PATH_FROM_ROOT, design -> design.manifest("\"README.md\"", "\"/README.md\""));
        SPOILED.put(PATH_BACKSLASH, design -> design.manifest("\"README.md\"", "'docs\\README.md'"));
        SPOILED.put(PATH_CASE_DIFFERS, design -> design.manifest("\"README.md\"", "\"readme.md\""));
        SPOILED.put(PATH_DANGLING, design -> design.without("README.md"));
        SPOILED.put(PART_FILE_DANGLING, design -> design.without("hook.stl"));

        SPOILED.put(NAME_CASE_COLLISION, design -> design.with("readme.md", "again"));
        SPOILED.put(NAME_UNSAFE, design -> design.with("a\\b", "a name that is a path elsewhere"));
        SPOILED.put(SYMLINK_LEAVES, design -> design.link("outside", "/etc/hostname"));
        SPOILED.put(SYMLINK_NOT_A_FILE, design -> design.link("dangling", "nowhere"));
        SPOILED.put(
                FOLDER_OVER_LIMIT,
                design -> design.limited(
                        new DesignLimits(new FolderLimits(4, 10_000, 10_000, 8), DocumentLimits.standard())));

        SPOILED.put(PARTS_NONE, design -> design.manifest("\"3DP\"", "\"ASM\""));
        SPOILED.put(
                PART_NAME_DUPLICATE,
                design -> design.manifest("[part.outer", "[[part]]\nname = \"Hook\"\n[part.outer"));
        SPOILED.put(PART_WITHOUT_FILE, design -> design.manifest("export = [\"hook.stl\"]\n", ""));
        SPOILED.put(PART_PROCESS_UNKNOWN, design -> design.manifest("\"3DP\"", "\"WJ\""));
        SPOILED.put(PART_MATERIAL_MISSING, design -> design.manifest("material = \"PLA\"\n", ""));

        SPOILED.put(SIDECAR_FORMAT, design -> design.contributions("cosmofab: 1", "cosmofab: 2"));
        SPOILED.put(SIDECAR_KEY_UNKNOWN, design -> design.contributions("hours:", "hour:"));
        SPOILED.put(SIDECAR_PART_UNKNOWN, design -> making(design, "Hok: {material: PLA}"));
        SPOILED.put(VALUE_INVALID, design -> making(design, "Hook: {quantity: 0}"));
        SPOILED.put(PROGRAM_HASH_DIFFERS, design -> program(design, ZEROS, ZEROS));
        SPOILED.put(PROGRAM_STALE, design -> program(design, ZEROS, ZEROS));
        SPOILED.put(CONTRIBUTIONS_MISSING, design -> design.without("contributions.yml"));
        SPOILED.put(
                PARENT_UNIDENTIFIED,
                design -> design.with(
                        "contributions.yml", DesignFolder.CONTRIBUTIONS + "parents: [{design: Rail, version: '1'}]\n"));
    }

    private static DesignLimits documents(int bytes, int depth) {
        return new DesignLimits(FolderLimits.standard(), new DocumentLimits(bytes, depth));
    }

    private static DesignFolder making(DesignFolder design, String part) {
        return design.with("cosmofab.yml", "cosmofab: 1\nparts:\n  " + part + "\n");
    }

    private static DesignFolder program(DesignFolder design, String hash, String source) {
        String program = "{kind: marlin-fdm, file: hook.gcode, sha256: '" + hash + "', made-with: x, source-sha256: '"
                + source + "'}";
        return making(design.with("hook.gcode", "G28\n"), "Hook: {programs: [" + program + "]}");
    }
}
