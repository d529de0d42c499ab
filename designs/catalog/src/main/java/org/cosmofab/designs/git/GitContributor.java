package org.cosmofab.designs.git;

import java.time.Instant;

/** One author of a repository's history. The e-mail address is personal data: show it to nobody. */
public record GitContributor(String name, String email, int commits, Instant first, Instant last) {}
