package org.cosmofab.orchestrator.fabrication.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an agent did not take an assignment, in the order of precedence of device-agents/wire. */
public enum RefusalCode {
    ATTEMPT_KNOWN(true),
    EXPIRED(false),
    FENCED_OFF(false),
    MACHINE_UNKNOWN(true),
    MACHINE_BUSY(false),
    MACHINE_NOT_CLEARED(false),
    MACHINE_UNREACHABLE(false),
    PROGRAM_UNAVAILABLE(false),
    PROGRAM_HASH_MISMATCH(true),
    PROGRAM_UNSAFE(true);

    private final boolean lasting;

    RefusalCode(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether asking once more would give the same answer, until a person changes something. */
    boolean isLasting() {
        return lasting;
    }

    /** As the wire writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RefusalCode> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst();
    }
}
