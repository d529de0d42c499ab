package org.cosmofab.designs.lineage;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** A design version in a lineage, with what it derives from. */
public sealed interface LineageNode {

    /** A version that the source has. */
    record Known(Ancestor design, List<Branch> parents) implements LineageNode {
        public Known {
            parents = List.copyOf(parents);
        }
    }

    /** A parent that the source does not have; its share goes, visibly, to the association. */
    record Vanished(ParentRef parent) implements LineageNode {}

    /** One parent and its weight against its siblings'. */
    record Branch(BigDecimal weight, LineageNode node) {}

    default <T> T fold(Function<Known, T> known, Function<Vanished, T> vanished) {
        return this instanceof Known here ? known.apply(here) : vanished.apply((Vanished) this);
    }
}
