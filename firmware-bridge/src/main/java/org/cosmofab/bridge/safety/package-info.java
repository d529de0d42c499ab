/**
 * What a machine does when the host's line to it is lost, said in words to people.
 *
 * <p>{@link org.cosmofab.bridge.safety.LossOfContact} promises only what the firmware itself does without a host.
 */
@NullMarked
package org.cosmofab.bridge.safety;

import org.jspecify.annotations.NullMarked;
