/**
 * Planning as a pure function: a snapshot of machines and operations gives a schedule, always the same for the same snapshot.
 * Each operation goes, in the order in which orders were placed, to the machine that would finish it first; an operation that no
 * machine can take says why. Knows no clock and no database; does not search for better plans than that yet.
 */
@NullMarked
package org.cosmofab.orchestrator.scheduling.domain;

import org.jspecify.annotations.NullMarked;
