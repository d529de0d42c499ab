package org.cosmofab.bridge.gcode;

/** Makes what strangers wrote fit for a wire, or says which line is not. */
public final class Sanitiser {
    private Sanitiser() {}
}
