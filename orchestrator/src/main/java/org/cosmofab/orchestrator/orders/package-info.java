/**
 * Orders and their operations, and the states they go through.
 */
@NullMarked
package org.cosmofab.orchestrator.orders;

import org.jspecify.annotations.NullMarked;
