package org.cosmofab.agent.domain;

import java.util.regex.Pattern;

/**
 * Where a program is and what its bytes must be.
 *
 * @param hash SHA-256 of the exact bytes, lower-case hexadecimal
 * @param path below the orchestrator's address
 * @param bytes exact length, at least 1
 */
public record ProgramReference(String hash, String path, long bytes) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PATH = Pattern.compile("/agent/v1/programs/[0-9a-f]{64}");

    public ProgramReference {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "program hash \"" + hash + "\" is not SHA-256 in lower-case hexadecimal");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("program path \"" + path + "\" is not of the form " + PATH);
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("program bytes " + bytes + " is less than 1");
        }
    }
}
