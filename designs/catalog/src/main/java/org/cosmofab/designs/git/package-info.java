/**
 * Designs from git repositories, fetched as data and never as code.
 *
 * <p>A repository is fetched over https into a bare store, within limits of size, count and time; the files of one exact
 * commit are written to a folder byte for byte. Hooks, filters, submodules and links out of the tree have no effect. The
 * history tells who committed how much.
 *
 * <p>It never pushes.
 */
@NullMarked
package org.cosmofab.designs.git;

import org.jspecify.annotations.NullMarked;
