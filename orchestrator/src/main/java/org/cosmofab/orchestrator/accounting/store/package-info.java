/**
 * Keeps entries and seals in the database. Adds rows, never changes or deletes one; only the queue of unsealed entries shrinks.
 */
@NullMarked
package org.cosmofab.orchestrator.accounting.store;

import org.jspecify.annotations.NullMarked;
