/**
 * What every dialect's streaming needs: what came over the wire, in order and with a deadline; what a person asked for
 * meanwhile; and what the acknowledged lines used.
 *
 * <p>A driver's reader thread puts parsed replies into an {@link org.cosmofab.bridge.streaming.Inbox}; the thread that
 * runs a program takes them out, looking at the {@link org.cosmofab.bridge.streaming.RunControl} between them. Nothing
 * here knows a firmware.
 */
@NullMarked
package org.cosmofab.bridge.streaming;

import org.jspecify.annotations.NullMarked;
