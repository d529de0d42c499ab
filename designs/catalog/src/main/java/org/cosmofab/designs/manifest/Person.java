package org.cosmofab.designs.manifest;

import java.util.Optional;

/** Somebody whom a manifest names. The e-mail address is personal data: show it to nobody. */
public record Person(String name, Optional<String> affiliation, Optional<String> email) {}
