/**
 * Machines over HTTP: the floor is public to read, its machines are registered by administrators.
 */
@NullMarked
package org.cosmofab.orchestrator.machines.http;

import org.jspecify.annotations.NullMarked;
