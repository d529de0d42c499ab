package org.cosmofab.designs.manifest;

/** Which of the two Open Know-How formats a manifest is written in. */
public enum Dialect {
    /** Open Know-How 1.0, usually YAML. */
    OKH_1,
    /** OKH-LOSH 1.0 to 2.4, usually TOML; it says so by its key {@code okhv}. */
    OKH_LOSH
}
