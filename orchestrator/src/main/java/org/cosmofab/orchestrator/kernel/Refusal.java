package org.cosmofab.orchestrator.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule said no; asking again gives the same answer.
 *
 * @param kind which rule, stable
 * @param detail for people, naming place and remedy
 * @param facts what a program needs to react; values are text, numbers or booleans
 */
public record Refusal(Kind kind, String detail, Map<String, Object> facts) {

    /** One kind of refusal; implemented by an enum of each feature, in order of precedence, each described in docs/problems.md. */
    public interface Kind {

        /** The enum constant's name. */
        String name();

        /** One short English line, stable. */
        String title();

        Category category();

        /** Stable kebab-case name, the last part of the problem's type. */
        default String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What sort of no it is; the edge turns it into a status. */
    public enum Category {
        /** The request itself is malformed. */
        INVALID,
        /** The caller may not do this. */
        FORBIDDEN,
        /** There is no such thing. */
        NOT_FOUND,
        /** Not in the present state. */
        CONFLICT,
        /** Well-formed, but the content breaks a rule. */
        UNPROCESSABLE,
        /** Asked more often than allowed; the fact {@code retryAfterSeconds} says when to ask again. */
        TOO_OFTEN,
        /** Something outside does not answer now; the fact {@code retryAfterSeconds} says when to ask again. */
        UNAVAILABLE
    }

    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal of(Kind kind, String detail) {
        return new Refusal(kind, detail, Map.of());
    }

    public Refusal with(String fact, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Refusal(kind, detail, more);
    }
}
