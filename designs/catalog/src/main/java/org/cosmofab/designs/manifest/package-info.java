/**
 * Open Know-How manifests, both dialects: OKH 1.0 in YAML and OKH-LOSH in TOML.
 *
 * <p>The manifest's file is found by name, read as a tree of texts, and turned into one record whatever its dialect. What
 * the dialect requires and the file lacks becomes a finding. Raw bytes and their SHA-256 are kept.
 *
 * <p>It never repairs a value silently.
 */
@NullMarked
package org.cosmofab.designs.manifest;

import org.jspecify.annotations.NullMarked;
