package org.cosmofab.orchestrator.kernel;

/** What the requester wants the thing for. */
public enum Use {
    NON_COMMERCIAL,
    COMMERCIAL
}
