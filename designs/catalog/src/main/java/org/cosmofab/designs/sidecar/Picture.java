package org.cosmofab.designs.sidecar;

import java.util.Map;

/**
 * A picture of the design.
 *
 * @param file path in the design
 * @param descriptions by language, for those who do not see it
 */
public record Picture(String file, Map<String, String> descriptions) {

    public Picture {
        descriptions = Map.copyOf(descriptions);
    }
}
