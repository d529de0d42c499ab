package org.cosmofab.bridge.simulated;

/**
 * The firmwares of Grbl's family that can be simulated, by what differs between them on the wire.
 *
 * <p>Source: Grbl 1.1h, report.c and protocol.c; grblHAL 20260818, protocol.c and grbl.h; FluidNC 3.7, Channel.cpp and
 * RealtimeCmd.h.
 */
public enum GrblVariant {
    GRBL("Grbl 1.1h ['$' for help]", "[VER:1.1h.20190830:]\r\n[OPT:VZ,15,128]\r\n", 128),
    GRBLHAL(
            "GrblHAL 1.1f ['$' or '$HELP' for help]",
            "[VER:1.1f.20260818:]\r\n[OPT:VNMZL+,100,1024,3,0]\r\n[AXS:3:XYZ]\r\n[NEWOPT:ENUMS,RT+,TC]\r\n"
                    + "[FIRMWARE:grblHAL]\r\n",
            1024),
    FLUIDNC(
            "Grbl 3.7 [FluidNC v3.7.8 (esp32-wifi) '$' for help]",
            "[VER:3.7 FluidNC v3.7.8:]\r\n[OPT:MPHSZ]\r\n[MSG: Machine: Simulated]\r\n",
            256);

    private final String greeting;
    private final String identity;
    private final int receiveBuffer;

    GrblVariant(String greeting, String identity, int receiveBuffer) {
        this.greeting = greeting;
        this.identity = identity;
        this.receiveBuffer = receiveBuffer;
    }

    String banner() {
        return "\r\n" + greeting + "\r\n";
    }

    /** What it answers to {@code $I}. */
    String identity() {
        return identity;
    }

    int receiveBuffer() {
        return receiveBuffer;
    }

    /** Whether CR and LF end a line each, so that both together are acknowledged twice. */
    boolean takesCrLfForTwo() {
        return this == GRBL;
    }

    /** Whether a refused line makes it refuse every one behind it until an empty line or a {@code $} command comes. */
    boolean latchesErrors() {
        return this == GRBLHAL;
    }

    /** Whether T1 M6 lets it wait for a person, in a state of its own. */
    boolean waitsForTools() {
        return this == GRBLHAL;
    }

    /** What it answers to the question for its own tables; empty if it does not know the question. */
    String table(String command) {
        if (this != GRBLHAL) {
            return "";
        }
        return switch (command) {
            case "$EA" -> "[ALARMCODE:1||Hard limit has been triggered.]\r\n[ALARMCODE:10||EStop asserted.]\r\n";
            case "$EE" -> "[ERRORCODE:20||Unsupported or invalid g-code command.]\r\n";
            default -> "";
        };
    }
}
