/**
 * Where prepared programs are kept: facts in the database, bytes in files named by their hash.
 */
@NullMarked
package org.cosmofab.orchestrator.preparation.store;

import org.jspecify.annotations.NullMarked;
