package org.cosmofab.designs.manifest;

import java.util.Optional;

/** A design that a manifest says this one comes from. */
public record ParentLink(Kind kind, Optional<String> title, Optional<String> manifest, Optional<String> web) {

    /** How it comes from it. */
    public enum Kind {
        FORK_OF,
        DERIVATIVE_OF,
        VARIANT_OF
    }
}
