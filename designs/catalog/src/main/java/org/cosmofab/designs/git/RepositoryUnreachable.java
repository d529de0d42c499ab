package org.cosmofab.designs.git;

/** The repository did not answer, or broke off; trying again later may help. */
public final class RepositoryUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RepositoryUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
