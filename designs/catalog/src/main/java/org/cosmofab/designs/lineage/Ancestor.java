package org.cosmofab.designs.lineage;

import java.util.List;
import org.cosmofab.designs.content.ContentHash;

/** A design version as lineage sees it. */
public record Ancestor(ContentHash version, String title, Shares shares, List<ParentRef> parents) {

    public Ancestor {
        parents = List.copyOf(parents);
    }
}
