package org.cosmofab.designs.sidecar;

import java.util.Optional;
import org.cosmofab.designs.finding.FindingCode;

/** The version of our own formats: a file that we do not know is better refused than half understood. */
final class SidecarFormat {

    static final String KEY = "cosmofab";
    private static final String VERSION = "1";

    private SidecarFormat() {}

    static void check(StrictTable root) {
        Optional<String> written = root.text(KEY);
        if (!written.equals(Optional.of(VERSION))) {
            root.findings().add(FindingCode.SIDECAR_FORMAT, root.node(KEY).place(), written.orElse(""), VERSION);
        }
    }
}
