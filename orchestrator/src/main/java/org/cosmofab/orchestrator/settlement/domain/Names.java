package org.cosmofab.orchestrator.settlement.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what they are about. */
final class Names {

    private Names() {}

    /** Source: RFC 9562, section 5.3, a name-based id; the entry's issuer stands beside it. */
    static UUID entryId(String... parts) {
        return UUID.nameUUIDFromBytes(("settlement/" + String.join("/", parts)).getBytes(StandardCharsets.UTF_8));
    }
}
