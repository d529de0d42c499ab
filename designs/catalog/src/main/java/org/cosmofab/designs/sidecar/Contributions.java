package org.cosmofab.designs.sidecar;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cosmofab.designs.lineage.ParentRef;
import org.cosmofab.designs.lineage.Shares;

/** The content of {@code contributions.yml}. */
public record Contributions(List<Contribution> contributions, List<ParentRef> parents) {

    /** The file's name. */
    public static final String FILE = "contributions.yml";

    public Contributions {
        contributions = List.copyOf(contributions);
        parents = List.copyOf(parents);
    }

    public static Contributions none() {
        return new Contributions(List.of(), List.of());
    }

    /** Each party's share, by hours, exact. */
    public Shares shares() {
        Map<String, BigDecimal> hours = new HashMap<>();
        contributions.forEach(work -> hours.merge(work.party(), work.hours(), BigDecimal::add));
        return Shares.inProportion(hours);
    }
}
