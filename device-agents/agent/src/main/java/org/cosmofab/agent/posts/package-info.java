/**
 * The posts: one per machine, each a thread that owns the machine's driver.
 *
 * <p>A {@link org.cosmofab.agent.posts.MachinePost} connects its machine and keeps it connected, stops it first when it
 * may still be moving, and takes one assignment at a time through {@link org.cosmofab.agent.posts.Preparation} (fetch,
 * hash, sanitise), acceptance in the journal, and the run. Whether an assignment may be offered to it is decided elsewhere.
 */
@NullMarked
package org.cosmofab.agent.posts;

import org.jspecify.annotations.NullMarked;
