package org.cosmofab.designs.part;

import java.util.Optional;
import org.cosmofab.designs.content.ContentHash;

/**
 * A program that a design brings along, for a workshop without the tool that made it.
 *
 * @param kind the kind of machine, such as {@code marlin-fdm}
 * @param file path in the design
 * @param madeWith tool and version
 * @param settingsSha256 hash of the tool's settings file
 * @param sourceSha256 hash of the part's file that it was made from; if that file changes, the program is stale
 */
public record ShippedProgram(
        String kind,
        String file,
        ContentHash sha256,
        String madeWith,
        Optional<ContentHash> settingsSha256,
        ContentHash sourceSha256) {}
