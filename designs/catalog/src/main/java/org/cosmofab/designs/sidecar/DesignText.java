package org.cosmofab.designs.sidecar;

import java.util.Optional;

/** Title and description in one language. */
public record DesignText(Optional<String> title, Optional<String> description) {}
