/**
 * Finds out which dialect is spoken at the other end of a wire, before a driver is chosen.
 */
@NullMarked
package org.cosmofab.bridge.finding;

import org.jspecify.annotations.NullMarked;
