package org.cosmofab.orchestrator.members.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How secrets are kept. What people choose is hashed slowly and with salt, for it can be guessed; what we generated has
 * more entropy than anybody can guess, and is hashed once.
 *
 * <p>Source: OWASP Password Storage Cheat Sheet, "PBKDF2": 210 000 rounds of HMAC-SHA-512.
 */
public final class Secrets {
    /** Fewest characters of a secret that a person chooses. Source: NIST SP 800-63B, section 5.1.1.2, asks for 8. */
    public static final int CHOSEN_LENGTH_MIN = 10;

    private static final int CHOSEN_LENGTH_MAX = 200;
    private static final String SLOW = "pbkdf2-sha512";
    private static final String FAST = "sha256";
    private static final int HASH_BITS = 256;

    private final int rounds;

    /** Of nobody's secret, made once; its rounds are those of new secrets. */
    private final String decoy;

    /**
     * @param rounds of the slow hash for new secrets; kept with each hash, so that it may grow
     */
    public Secrets(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("cosmofab.login.hash-rounds must be 1 or more, not " + rounds);
        }
        this.rounds = rounds;
        this.decoy = chosen("nobody's", "nobody's");
    }

    /** Whether a secret that a person chose is long enough and not its login. */
    public static boolean strong(String login, String secret) {
        int length = secret.codePointCount(0, secret.length());
        return length >= CHOSEN_LENGTH_MIN
                && length <= CHOSEN_LENGTH_MAX
                && !secret.equalsIgnoreCase(login)
                && secret.codePoints().distinct().count() >= 4;
    }

    /** Hash of a secret that a person chose. */
    public String chosen(String secret, String salt) {
        return String.join("$", SLOW, Integer.toString(rounds), salt, slow(secret, salt, rounds));
    }

    /** Hash of a secret that we generated. */
    public static String generated(String secret) {
        return FAST + "$" + fast(secret);
    }

    /**
     * Whether a secret is that of a person. Takes as long when it is not, and when there is no such person, so that time does
     * not tell who there is.
     *
     * @param hash of the person's secret; empty if there is no such person
     */
    public boolean matches(String secret, Optional<String> hash) {
        return matches(secret, hash.orElse(decoy)) && hash.isPresent();
    }

    /** Whether a secret is the one that was hashed. Takes as long when it is not. */
    public boolean matches(String secret, String hash) {
        String[] parts = hash.split("\\$");
        String again = switch (parts[0]) {
            case SLOW -> slow(secret, parts[2], Integer.parseInt(parts[1]));
            case FAST -> fast(secret);
            default -> throw new IllegalStateException("unknown way of hashing: " + parts[0]);
        };
        return MessageDigest.isEqual(ascii(again), ascii(parts[parts.length - 1]));
    }

    /** Lower-case hex SHA-256 of a generated secret. */
    public static String fast(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String slow(String secret, String salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), ascii(salt), rounds, HASH_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return Base64.getEncoder().withoutPadding().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
