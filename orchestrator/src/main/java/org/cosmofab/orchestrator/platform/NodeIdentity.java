package org.cosmofab.orchestrator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who this workshop's node is: an Ed25519 key made at the first start and kept beside the data. */
@ApplicationScoped
class NodeIdentity {
    /** Bytes of a raw Ed25519 key, the end of its encoding. Source: RFC 8410, section 4. */
    private static final int RAW_KEY_BYTES = 32;

    /** Enough that nobody finds a second key of the same fingerprint, and short enough to stand beside every id. */
    private static final int FINGERPRINT_BYTES = 10;

    private final KeyPair keys;

    NodeIdentity(@ConfigProperty(name = "cosmofab.data") Path data) {
        keys = new NodeKeyFile(data.resolve("node.key")).readOrMake();
    }

    /** Lower-case hex fingerprint of the public key; stands beside ids that may travel. */
    String issuer() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rawPublicKey());
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The raw public key in Base64, 32 bytes. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(rawPublicKey());
    }

    /** An Ed25519 signature. */
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 signs with Ed25519", e);
        }
    }

    private byte[] rawPublicKey() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_BYTES, encoded.length);
    }
}
