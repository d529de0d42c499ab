/**
 * Quotes in the database, as they were given: the statement is kept as a JSON snapshot and never computed again.
 */
@NullMarked
package org.cosmofab.orchestrator.quoting.store;

import org.jspecify.annotations.NullMarked;
