/**
 * The books: accounts, entries, balances, chain.
 *
 * <p>Somebody books an entry in the transaction of what it records; the entry is content-hashed and written once. Moments later one
 * sequencer seals the unsealed entries into the hash chain, in batches, so that writers never queue for one head. Anybody may
 * recompute all of it.
 *
 * <p>Knows no orders, tariffs or rules: what an entry is for stands in its references. Changes and deletes nothing; a wrong entry is
 * answered by another.
 */
@NullMarked
package org.cosmofab.orchestrator.accounting;

import org.jspecify.annotations.NullMarked;
