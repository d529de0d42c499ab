package org.cosmofab.orchestrator.fabrication;

import org.cosmofab.orchestrator.kernel.AttemptId;

/** An attempt ended, well or not; fired inside the transaction that records it. */
public record AttemptEnded(AttemptId attempt) {}
