package org.cosmofab.orchestrator.passports;

import java.time.Instant;
import org.cosmofab.orchestrator.kernel.OrderId;

/** A passport in a list: of which order it is, how many objects, and when they were made. */
public record MadeThing(OrderId order, int quantity, Instant madeAt) {}
