/**
 * A YAML or TOML file as a tree of texts with places.
 *
 * <p>Every scalar stays the text that its author wrote, so that {@code version: 1.10} is not {@code 1.1}. Duplicate keys
 * and YAML aliases are findings. Each node knows its file, path and, where the format allows, its line.
 *
 * <p>It does not know what the keys mean.
 */
@NullMarked
package org.cosmofab.designs.document;

import org.jspecify.annotations.NullMarked;
