package org.cosmofab.designs.lineage;

import java.util.Optional;

/** Knows design versions: the workshop's catalog, or a test's. */
@FunctionalInterface
public interface LineageSource {

    /** The version meant; empty if nobody here has it. */
    Optional<Ancestor> find(ParentRef parent);
}
