/**
 * The files of a design folder and the hash that names them all.
 *
 * <p>A folder is listed without following any link out of it, each file is hashed, and the sorted listing is hashed
 * again: that is the version's content hash. A path that a manifest names is resolved here too, never outside the folder.
 *
 * <p>It does not interpret file contents.
 */
@NullMarked
package org.cosmofab.designs.content;

import org.jspecify.annotations.NullMarked;
