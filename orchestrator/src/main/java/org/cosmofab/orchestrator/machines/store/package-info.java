/**
 * The registered machines in the database.
 */
@NullMarked
package org.cosmofab.orchestrator.machines.store;

import org.jspecify.annotations.NullMarked;
