package org.cosmofab.designs.part;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kind of machine that makes a part. */
public enum MakingProcess {
    PRINT,
    LASER,
    MILL,
    /** No machine that we know: bought, sewn, assembled, cast. */
    OTHER;

    /** Source: Technology-specific Documentation Criteria, codes of OKH-LOSH; WJ and others stay OTHER. */
    private static final Map<String, MakingProcess> BY_TSDC = Map.of("3DP", PRINT, "LAS", LASER, "CNC", MILL);

    /** The word for it in files and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MakingProcess> ofWord(String word) {
        for (MakingProcess process : values()) {
            if (process.word().equals(word)) {
                return Optional.of(process);
            }
        }
        return Optional.empty();
    }

    /** The first of the codes that a machine answers to, else OTHER. */
    public static MakingProcess ofTsdc(Collection<String> codes) {
        return codes.stream()
                .filter(BY_TSDC::containsKey)
                .map(BY_TSDC::get)
                .findFirst()
                .orElse(OTHER);
    }
}
