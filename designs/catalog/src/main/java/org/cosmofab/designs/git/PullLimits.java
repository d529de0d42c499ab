package org.cosmofab.designs.git;

import java.time.Duration;
import org.cosmofab.designs.content.FolderLimits;

/**
 * How much a repository may cost us.
 *
 * @param objectsMax objects of its history
 * @param storeBytesMax bytes of its packed history
 * @param timeMax for the whole pull
 * @param silenceMax without a byte from the other side
 * @param folder what one commit may hold
 */
public record PullLimits(
        int objectsMax, long storeBytesMax, Duration timeMax, Duration silenceMax, FolderLimits folder) {

    /** Room for a design with years of history. */
    public static PullLimits standard() {
        return new PullLimits(
                200_000, 500L * 1024 * 1024, Duration.ofMinutes(5), Duration.ofSeconds(30), FolderLimits.standard());
    }
}
