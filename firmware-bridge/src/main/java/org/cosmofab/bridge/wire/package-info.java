/**
 * Bytes to and from a machine, whatever carries them.
 *
 * <p>A {@link org.cosmofab.bridge.wire.Wire} moves bytes and says when it is gone; a
 * {@link org.cosmofab.bridge.wire.LineLink} reads it line by line on a thread of its own and keeps writes whole. Nothing
 * here knows what the bytes mean, and nothing opens a lost wire again: that is its owner's decision.
 */
@NullMarked
package org.cosmofab.bridge.wire;

import org.jspecify.annotations.NullMarked;
