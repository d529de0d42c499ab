package org.cosmofab.bridge.machine;

import java.util.Map;

/**
 * Who answered at the other end of the wire.
 *
 * @param dialect the dialect that was recognised, such as {@code marlin} or {@code grbl}
 * @param name the firmware's own name
 * @param version the firmware's own version, or empty text if it tells none
 * @param capabilities what it says it can do, by the firmware's own names
 */
public record FirmwareIdentity(String dialect, String name, String version, Map<String, String> capabilities) {
    public FirmwareIdentity {
        capabilities = Map.copyOf(capabilities);
    }
}
