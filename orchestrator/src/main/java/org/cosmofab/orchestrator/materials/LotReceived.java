package org.cosmofab.orchestrator.materials;

/** A lot came in; fired in the transaction that stores it. */
public record LotReceived(Lot lot) {}
