/**
 * Attempts, the outbox of commands, fences and the inbox of agents' events in the database, which itself refuses a second
 * open attempt of an operation or on a machine.
 */
@NullMarked
package org.cosmofab.orchestrator.fabrication.store;

import org.jspecify.annotations.NullMarked;
