package org.cosmofab.designs.lineage;

import java.util.List;
import java.util.function.Function;

/** What tracing a design's lineage came to. */
public sealed interface LineageResult {

    /** The whole lineage. */
    record Traced(LineageNode.Known root) implements LineageResult {}

    /**
     * The lineage cannot be right.
     *
     * @param trail titles from the design to where it went wrong
     */
    record Refused(Reason reason, List<String> trail) implements LineageResult {
        public Refused {
            trail = List.copyOf(trail);
        }
    }

    /** Why, in the order of precedence. */
    enum Reason {
        CYCLE,
        TOO_DEEP
    }

    default <T> T fold(Function<Traced, T> traced, Function<Refused, T> refused) {
        return this instanceof Traced whole ? traced.apply(whole) : refused.apply((Refused) this);
    }
}
