package org.cosmofab.orchestrator.kernel;

/** The way a part is made; each machine has exactly one. */
public enum Process {
    PRINT,
    LASER,
    MILL
}
