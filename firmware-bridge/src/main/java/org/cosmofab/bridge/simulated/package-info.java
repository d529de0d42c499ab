/**
 * Machines that do not exist: firmware that answers, moves, heats and fails like the real one, on the workshop's clock.
 *
 * <p>{@link org.cosmofab.bridge.simulated.SimulatedMarlin} and {@link org.cosmofab.bridge.simulated.SimulatedGrbl} serve
 * a wire, misbehave on request ({@link org.cosmofab.bridge.simulated.Faults}) and keep a record of what they really did
 * ({@link org.cosmofab.bridge.simulated.GroundTruth}). {@link org.cosmofab.bridge.simulated.SimulatedWorkshop} puts them
 * behind real pseudo-terminals. They model the protocol and the time that motion and heat take; they do not model steps,
 * forces or the object made.
 */
@NullMarked
package org.cosmofab.bridge.simulated;

import org.jspecify.annotations.NullMarked;
