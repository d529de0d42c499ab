package org.cosmofab.designs.manifest;

import java.util.Optional;
import org.cosmofab.designs.content.RawBytes;

/**
 * The file that a manifest was read from.
 *
 * @param formatVersion what the file says about its format, kept as written: {@code okhv} or {@code okh-manifest-version}
 */
public record ManifestSource(String file, Dialect dialect, Optional<String> formatVersion, RawBytes raw) {}
