/**
 * Attempts: assignment through an outbox, what agents report, and what was really used.
 */
@NullMarked
package org.cosmofab.orchestrator.fabrication;

import org.jspecify.annotations.NullMarked;
