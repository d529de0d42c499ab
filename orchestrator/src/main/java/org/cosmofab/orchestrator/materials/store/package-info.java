/**
 * Lots, reservations and movements in the database.
 */
@NullMarked
package org.cosmofab.orchestrator.materials.store;

import org.jspecify.annotations.NullMarked;
