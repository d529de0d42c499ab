/**
 * The published schedule and the pins in the database, a row for each operation.
 */
@NullMarked
package org.cosmofab.orchestrator.scheduling.store;

import org.jspecify.annotations.NullMarked;
