package org.cosmofab.bridge.grbl;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The firmwares of Grbl's family, which share a language and not its fine print. */
enum GrblFirmware {
    GRBL,
    GRBLHAL,
    FLUIDNC;

    /**
     * Who told this by {@code $I}, whatever was read on the way to it.
     *
     * <p>Source: grblHAL, report.c, {@code [FIRMWARE:grblHAL]}; FluidNC, {@code [VER:3.7 FluidNC v3.7.8:]}.
     */
    static GrblFirmware of(List<String> identity) {
        for (String line : identity) {
            String lower = line.toLowerCase(Locale.ROOT);
            boolean names = lower.startsWith("[ver:") || lower.startsWith("[firmware:") || lower.startsWith("grbl");
            if (names && lower.contains("fluidnc")) {
                return FLUIDNC;
            }
            if (names && lower.contains("grblhal")) {
                return GRBLHAL;
            }
        }
        return GRBL;
    }

    /** As it stands in codes of explanations. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The bytes that it acts on at once. A byte that only one firmware knows is in that firmware's table alone: 0x87 asks
     * grblHAL for a report and starts a macro on FluidNC.
     *
     * <p>Source: grblHAL, grbl.h, CMD_*; the old forms may be switched off there ({@code RT-} in {@code $I}).
     */
    RealTimeBytes bytes(Map<String, String> capabilities) {
        if (this != GRBLHAL) {
            return RealTimeBytes.COMMON;
        }
        boolean oldFormsAreOff =
                List.of(capabilities.getOrDefault("NEWOPT", "").split(",")).contains("RT-");
        return oldFormsAreOff ? RealTimeBytes.GRBLHAL_ONLY : RealTimeBytes.GRBLHAL;
    }

    /**
     * The bytes of one firmware; 0 where it has none.
     *
     * @param toolChanged says that a person has put the tool in
     */
    record RealTimeBytes(int status, int hold, int resume, int reset, int door, int toolChanged) {
        /** What every firmware of the family understands, and so all that may be sent before its name is known. */
        static final RealTimeBytes COMMON = new RealTimeBytes('?', '!', '~', 0x18, 0x84, 0);

        static final RealTimeBytes GRBLHAL = new RealTimeBytes('?', '!', '~', 0x18, 0x84, 0xA3);
        static final RealTimeBytes GRBLHAL_ONLY = new RealTimeBytes(0x80, 0x82, 0x81, 0x18, 0x84, 0xA3);
    }
}
