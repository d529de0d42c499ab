package org.cosmofab.bridge.simulated;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.cosmofab.bridge.gcode.Words;

/**
 * What a simulated Marlin does with each command. Not thread-safe.
 *
 * <p>Source: Marlin 2.1.2, src/gcode.
 */
final class MarlinCommands {
    private static final BooleanSupplier DONE = () -> true;

    /** Known, and without an effect that anybody outside could see. */
    private static final Set<String> SILENT = Set.of(
            "M17", "M18", "M73", "M82", "M83", "M84", "M92", "M106", "M107", "M110", "M111", "M113", "M117", "M201",
            "M203", "M204", "M205", "M206", "M211", "M220", "M221", "M302", "M412", "M420", "M486", "M500", "M501",
            "M502", "M900", "M108", "M410", "G21", "G20", "G17", "G90", "G91", "G92", "T0", "M3", "M4", "M5");

    private final Printer printer;
    private final MarlinHost host;

    /** What commands do to the firmware rather than to the printer. */
    interface MarlinHost {
        void say(String text);

        void kill(String why);

        void countFrom(long number);

        void reportEvery(double seconds);

        /** Begins to wait for a person; the answer tells when one has come. */
        BooleanSupplier personComes();
    }

    MarlinCommands(Printer printer, MarlinHost host) {
        this.printer = printer;
        this.host = host;
    }

    /**
     * Begins a command.
     *
     * @return whether it is done, to be asked until it is; what it says comes before its {@code ok}
     */
    BooleanSupplier begin(String text) {
        String code = text.contains(" ") ? text.substring(0, text.indexOf(' ')) : text;
        return switch (code) {
            case "G0", "G1", "G2", "G3" -> whenThereIsRoom(text);
            case "G4", "G28", "M109", "M190" -> atRest(() -> printer.apply(text));
            case "G29" -> atRest(() -> printer.apply("G4 S30"));
            case "M400" -> atRest(() -> {});
            case "M0", "M1", "M600" -> afterRest(host.personComes());
            case "M104", "M140" -> done(() -> printer.apply(text));
            default -> other(code, text);
        };
    }

    private BooleanSupplier other(String code, String text) {
        switch (code) {
            case "M105" -> {}
            case "M31" -> host.say("echo:Print time: " + printer.printTime() + "\n");
            case "M75" -> printer.startTimer();
            case "M77" -> printer.stopTimer();
            case "M110" -> host.countFrom((long) Words.of(text).valueOr('N', 0));
            case "M112" -> host.kill("");
            case "M114" -> host.say(printer.position() + "\n");
            case "M115" -> host.say(IDENTITY);
            case "M118" -> host.say(echo(text));
            case "M155" -> host.reportEvery(Words.of(text).valueOr('S', 0));
            case "M999" -> {}
            default -> unseen(code, text);
        }
        return DONE;
    }

    private void unseen(String code, String text) {
        if (SILENT.contains(code)) {
            printer.apply(text);
        } else {
            host.say("echo:Unknown command: \"" + text + "\"\n");
        }
    }

    private static String echo(String text) {
        String said = text.length() > 5 ? text.substring(5) : "";
        return (said.startsWith("A1 ") ? "//" + said.substring(3) : said) + "\n";
    }

    private BooleanSupplier whenThereIsRoom(String text) {
        return () -> {
            if (printer.axes().isFull()) {
                return false;
            }
            if (!printer.move(text)) {
                host.say("echo: cold extrusion prevented\n");
            }
            return true;
        };
    }

    private static BooleanSupplier done(Runnable action) {
        action.run();
        return DONE;
    }

    private BooleanSupplier afterRest(BooleanSupplier then) {
        return () -> printer.axes().isAtRest() && then.getAsBoolean();
    }

    /** Rests, acts, and rests again until what the action began is over. */
    private BooleanSupplier atRest(Runnable action) {
        boolean[] acted = {false};
        return () -> {
            if (printer.axes().isAtRest() && !acted[0]) {
                acted[0] = true;
                action.run();
            }
            return acted[0] && printer.axes().isAtRest();
        };
    }

    private static final String IDENTITY = """
            FIRMWARE_NAME:Marlin 2.1.2.7 (Simulated) SOURCE_CODE_URL:github.com/MarlinFirmware/Marlin \
            PROTOCOL_VERSION:1.0 MACHINE_TYPE:Simulated printer EXTRUDER_COUNT:1 \
            UUID:cede2a2f-41a2-4748-9b12-c55c62f367ff
            Cap:SERIAL_XON_XOFF:0
            Cap:BINARY_FILE_TRANSFER:0
            Cap:EEPROM:1
            Cap:VOLUMETRIC:1
            Cap:AUTOREPORT_POS:0
            Cap:AUTOREPORT_TEMP:1
            Cap:PROGRESS:0
            Cap:PRINT_JOB:1
            Cap:AUTOLEVEL:0
            Cap:RUNOUT:0
            Cap:EMERGENCY_PARSER:0
            Cap:HOST_ACTION_COMMANDS:1
            Cap:PROMPT_SUPPORT:0
            Cap:SDCARD:0
            Cap:THERMAL_PROTECTION:1
            Cap:ARCS:1
            Cap:BABYSTEPPING:0
            """;
}
