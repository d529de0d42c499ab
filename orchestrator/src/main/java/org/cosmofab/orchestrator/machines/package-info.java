/**
 * The machines of the workshop: what they can do, what is loaded, what they do now.
 */
@NullMarked
package org.cosmofab.orchestrator.machines;

import org.jspecify.annotations.NullMarked;
