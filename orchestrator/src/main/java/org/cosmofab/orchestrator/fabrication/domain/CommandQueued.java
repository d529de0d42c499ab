package org.cosmofab.orchestrator.fabrication.domain;

/** A command was put into the outbox; a hint to send it now and not at the next round. */
public record CommandQueued() {}
