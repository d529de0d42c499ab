package org.cosmofab.designs.sidecar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Work that somebody put into a design.
 *
 * @param party short id, unique in the design, such as {@code dina}
 * @param hours above 0
 * @param kind such as {@code design}
 * @param evidence a commit, an address or a path, if any
 */
public record Contribution(
        String party, String name, BigDecimal hours, String kind, LocalDate on, Optional<String> evidence) {}
