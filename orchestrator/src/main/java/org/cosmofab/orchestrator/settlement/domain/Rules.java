package org.cosmofab.orchestrator.settlement.domain;

/** What something is priced by: the workshop's rates and the association's rule for the fee. */
public record Rules(Tariff tariff, Policy policy) {}
