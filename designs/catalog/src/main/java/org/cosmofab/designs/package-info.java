/**
 * Open designs as a workshop reads them: the front door of this library.
 *
 * <p>A {@link org.cosmofab.designs.DesignReader} reads a folder: the Open Know-How manifest, our sidecar files, the parts
 * to make, and the content hash of all files. The result carries every finding; a design without an ERROR may be
 * published. Folders come from the workshop itself or from git.
 *
 * <p>It stores nothing and knows no machine, price or order.
 */
@NullMarked
package org.cosmofab.designs;

import org.jspecify.annotations.NullMarked;
