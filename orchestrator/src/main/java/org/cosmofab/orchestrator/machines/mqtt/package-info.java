/**
 * What agents tell of their machines' present state.
 */
@NullMarked
package org.cosmofab.orchestrator.machines.mqtt;

import org.jspecify.annotations.NullMarked;
