/**
 * Keeps statements as they were settled, payments, tariffs and policies, and the queue of ended attempts.
 */
@NullMarked
package org.cosmofab.orchestrator.settlement.store;

import org.jspecify.annotations.NullMarked;
