package org.cosmofab.bridge.gcode;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * What slicers tell in comments about layers.
 *
 * <p>Source: PrusaSlicer and its kin write {@code ;LAYER_CHANGE} at each layer, Cura {@code ;LAYER_COUNT:n} once.
 */
final class LayerHints {
    private static final byte[] CHANGE = "LAYER_CHANGE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COUNT = "LAYER_COUNT:".getBytes(StandardCharsets.US_ASCII);
    private static final int LAYERS_MAX = 1_000_000;

    private int changes;
    private int count;

    /** Reads a comment from behind its semicolon. */
    void read(byte[] source, int from, int end) {
        if (startsWith(CHANGE, source, from, end)) {
            changes++;
        } else if (startsWith(COUNT, source, from, end)) {
            count = number(source, from + COUNT.length, end);
        }
    }

    /** The told count, else the counted changes, else empty. */
    OptionalInt layers() {
        int layers = count > 0 ? count : changes;
        return layers > 0 ? OptionalInt.of(layers) : OptionalInt.empty();
    }

    private static boolean startsWith(byte[] hint, byte[] source, int from, int end) {
        if (end - from < hint.length) {
            return false;
        }
        for (int i = 0; i < hint.length; i++) {
            if (source[from + i] != hint[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] source, int from, int end) {
        int value = 0;
        for (int i = from; i < end && source[i] >= '0' && source[i] <= '9'; i++) {
            value = Math.min(LAYERS_MAX, value * 10 + source[i] - '0');
        }
        return value;
    }
}
