/** Holds the books to their word: balance, idempotency, floors, chain. */
@NullMarked
package org.cosmofab.orchestrator.accounting;

import org.jspecify.annotations.NullMarked;
