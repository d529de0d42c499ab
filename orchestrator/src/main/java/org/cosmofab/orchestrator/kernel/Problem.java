package org.cosmofab.orchestrator.kernel;

import java.util.Map;

/**
 * An answer that is no success, as told to programs and people.
 *
 * <p>Source: RFC 9457, section 3.1.
 *
 * @param status of HTTP
 * @param slug stable name of the kind; its description is in docs/problems.md
 * @param title one short English line, the same for all of the kind
 * @param detail this case, for people
 * @param instance names this case: the path that was asked for, or the incident in the log
 * @param facts what a program needs to react
 */
public record Problem(
        int status, String slug, String title, String detail, String instance, Map<String, Object> facts) {

    public Problem {
        facts = Map.copyOf(facts);
    }

    /** The problem's type, a relative reference. */
    public String type() {
        return "/problems/" + slug;
    }
}
