/**
 * Published versions: what is known of them in the database, their files in folders named by their hash.
 */
@NullMarked
package org.cosmofab.orchestrator.catalog.store;

import org.jspecify.annotations.NullMarked;
