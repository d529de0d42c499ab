package org.cosmofab.orchestrator.kernel;

import java.util.UUID;

/** Where new ids and secrets come from; tests give a predictable one. */
public interface IdSource {

    /** A new id, never given before, growing with time. */
    UUID next();

    /**
     * A secret that cannot be guessed: URL-safe text.
     *
     * @param bytes of entropy, 16 or more
     */
    String secret(int bytes);

    /** The node that issues ids here: a fingerprint of its public key, stored beside every id that may travel. */
    String issuer();
}
