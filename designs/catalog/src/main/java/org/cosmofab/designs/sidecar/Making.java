package org.cosmofab.designs.sidecar;

import java.util.List;
import java.util.Map;

/**
 * The content of {@code cosmofab.yml}.
 *
 * @param texts by language
 * @param parts by the part's name in the manifest
 * @param instructions path in the design, by language
 */
public record Making(
        Map<String, DesignText> texts,
        Map<String, PartMaking> parts,
        Map<String, String> instructions,
        List<Picture> pictures) {

    /** The file's name. */
    public static final String FILE = "cosmofab.yml";

    public Making {
        texts = Map.copyOf(texts);
        parts = Map.copyOf(parts);
        instructions = Map.copyOf(instructions);
        pictures = List.copyOf(pictures);
    }

    public static Making unsaid() {
        return new Making(Map.of(), Map.of(), Map.of(), List.of());
    }
}
