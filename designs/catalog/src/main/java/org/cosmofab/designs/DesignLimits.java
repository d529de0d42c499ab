package org.cosmofab.designs;

import org.cosmofab.designs.content.FolderLimits;
import org.cosmofab.designs.document.DocumentLimits;

/** How much of a design we read. */
public record DesignLimits(FolderLimits folder, DocumentLimits documents) {

    public static DesignLimits standard() {
        return new DesignLimits(FolderLimits.standard(), DocumentLimits.standard());
    }
}
