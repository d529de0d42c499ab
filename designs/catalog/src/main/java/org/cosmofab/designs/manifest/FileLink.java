package org.cosmofab.designs.manifest;

import java.util.Optional;
import org.cosmofab.designs.finding.Place;

/**
 * A path or web address that a manifest names.
 *
 * @param role the manifest's key, such as {@code bom} or {@code making-instructions}
 * @param target as written
 */
public record FileLink(String role, String target, Optional<String> title, Place place) {}
