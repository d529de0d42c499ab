package org.cosmofab.designs.finding;

/** How much a finding matters. */
public enum Severity {
    /** Blocks publishing in our commons. */
    ERROR,
    /** Worth saying; blocks nothing. */
    WARN
}
