package org.cosmofab.bridge.grbl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.bridge.grbl.GrblFirmware.RealTimeBytes;
import org.cosmofab.bridge.machine.FirmwareIdentity;

/**
 * What a Grbl board told of itself by {@code $I} and {@code $$}.
 *
 * @param identity with every setting under its own name, such as {@code $32}
 * @param firmware which of the family it is
 * @param windowBytes how many bytes may be on their way at once
 */
record GrblSettings(FirmwareIdentity identity, GrblFirmware firmware, int windowBytes) {
    /** Source: Grbl 1.1, serial.h, RX_BUFFER_SIZE. */
    private static final int RECEIVE_BUFFER = 128;
    /**
     * Grbl 1.1 can use the whole of what it tells, others of the family keep one place of the ring free. More is not taken
     * away: what a converter holds back is counted as sent, so it can never be too much, and each byte less costs
     * throughput where the way is long.
     */
    private static final int MARGIN = 1;

    private static final Pattern VERSION = Pattern.compile("\\[VER:([^:\\]]*):?.*\\]");
    private static final Pattern OPTIONS = Pattern.compile("\\[OPT:([^,\\]]*)(?:,(\\d{1,6}))?(?:,(\\d{1,6}))?.*\\]");
    private static final Pattern MORE_OPTIONS = Pattern.compile("\\[NEWOPT:([^\\]]*)\\]");
    /** Source: grblHAL, report.c, report_alarm_details and report_error_details. */
    private static final Pattern CODE = Pattern.compile("\\[(ALARM|ERROR)CODE:(\\d{1,3})\\|[^|]*\\|(.*)\\]");

    private static final Pattern FIRMWARE = Pattern.compile("\\[FIRMWARE:([^\\]]*)\\]");
    private static final Pattern SETTING = Pattern.compile("(\\$\\d{1,4})=([^ ]*).*");

    static GrblSettings of(List<String> identity, List<String> settings) {
        Map<String, String> told = new TreeMap<>();
        String version = "";
        GrblFirmware firmwareOf = GrblFirmware.of(identity);
        String name = firmwareOf == GrblFirmware.FLUIDNC ? "FluidNC" : "Grbl";
        for (String line : identity) {
            Matcher ver = VERSION.matcher(line);
            Matcher firmware = FIRMWARE.matcher(line);
            version = ver.matches() ? ver.group(1) : version;
            name = firmware.matches() ? firmware.group(1) : name;
            options(line, told);
        }
        for (String line : settings) {
            Matcher setting = SETTING.matcher(line);
            if (setting.matches()) {
                told.put(setting.group(1), setting.group(2));
            }
            table(line, told);
        }
        int buffer = Integer.parseInt(told.getOrDefault("receive-buffer-bytes", String.valueOf(RECEIVE_BUFFER)));
        return new GrblSettings(
                new FirmwareIdentity("grbl", name, version, told), firmwareOf, Math.max(80, buffer - MARGIN));
    }

    private static void table(String line, Map<String, String> told) {
        Matcher code = CODE.matcher(line);
        if (code.matches()) {
            told.put(code.group(1).toLowerCase(Locale.ROOT) + "/" + code.group(2), code.group(3));
        }
    }

    private static void options(String line, Map<String, String> told) {
        Matcher more = MORE_OPTIONS.matcher(line);
        if (more.matches()) {
            told.put("NEWOPT", more.group(1));
        }
        Matcher options = OPTIONS.matcher(line);
        if (options.matches()) {
            told.put("OPT", options.group(1));
            if (options.group(3) != null) {
                told.put("planner-blocks", options.group(2));
                told.put("receive-buffer-bytes", options.group(3));
            }
        }
    }

    RealTimeBytes bytes() {
        return firmware.bytes(identity.capabilities());
    }

    /** What to ask for the board's own tables of numbers; empty for a board that has none. */
    List<String> tables() {
        boolean tells = firmware == GrblFirmware.GRBLHAL
                && List.of(identity.capabilities().getOrDefault("NEWOPT", "").split(","))
                        .contains("ENUMS");
        return tells ? List.of("$EA", "$EE") : List.of();
    }

    GrblExplanations explanations() {
        Map<String, String> own = new TreeMap<>(identity.capabilities());
        own.keySet().removeIf(key -> !key.startsWith("alarm/") && !key.startsWith("error/"));
        return new GrblExplanations(firmware, own);
    }

    /** Whether the board is set up for a laser ($32): then M4 follows the speed, and G0 moves dark. */
    boolean isLaser() {
        return "1".equals(identity.capabilities().get("$32"));
    }
}
