/**
 * Time as the bridge knows it: the workshop's clock, which a simulation may run faster, and real time for waiting.
 *
 * <p>Facts and simulated machines tell workshop time; heartbeats and time-outs are always real.
 */
@NullMarked
package org.cosmofab.bridge.time;

import org.jspecify.annotations.NullMarked;
