package org.cosmofab.orchestrator.scheduling;

import java.time.Instant;

/** There is a new schedule; a hint to look, not a record; fired after it is stored. */
public record SchedulePublished(Instant plannedAt) {}
