package org.cosmofab.orchestrator.settlement.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what they are about. */
final class Names {

    private Names() {}

    /** Source: RFC 9562, section 5.3, a name-based id; what is named so is its issuer's. */
    static UUID entryId(String issuer, String... parts) {
        return UUID.nameUUIDFromBytes(
                (issuer + "/settlement/" + String.join("/", parts)).getBytes(StandardCharsets.UTF_8));
    }
}
