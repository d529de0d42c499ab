package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.machine.FirmwareIdentity;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineUnreachable;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one program to one machine, without an orchestrator. */
@Command(
        name = "stream",
        description = "Sends a program to a machine. Ctrl-C ends it cleanly; p and Enter pauses, r and Enter resumes.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done",
            "1:failed, at the line that is told",
            "2:wrong options",
            "3:cancelled",
            "4:lost or not reached: only a person at the machine can say",
            "5:the program was refused before anything was sent"
        })
final class StreamVerb implements Callable<Integer> {
    static final int UNREACHED = 4;
    static final int REFUSED = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", required = true, description = "A serial device, or tcp:host:port.")
    private String port = "";

    @Option(
            names = "--baud",
            description = "Of a serial device; ${DEFAULT-VALUE} unless told.",
            defaultValue = "115200")
    private int baud;

    @Option(names = "--firmware", description = "auto, marlin or grbl; auto asks the machine.", defaultValue = "auto")
    private String firmware = "auto";

    @Parameters(paramLabel = "FILE", description = "G-code.")
    private Path file = Path.of("");

    private final Map<Dialect, SafeProgram> programs = new EnumMap<>(Dialect.class);
    private final Map<Dialect, String> refusals = new EnumMap<>(Dialect.class);

    @Override
    public Integer call() {
        Optional<Dialect> told = told();
        byte[] source = source();
        for (Dialect dialect : Dialect.values()) {
            Sanitiser.sanitise(source, dialect)
                    .fold(
                            safe -> programs.put(dialect, safe.program()),
                            no -> refusals.put(dialect, "line " + no.line() + ": " + no.detail() + "; " + no.remedy()));
        }
        if (told.map(dialect -> !programs.containsKey(dialect)).orElse(programs.isEmpty())) {
            return refuse(refusals.get(told.orElse(Dialect.MARLIN)));
        }
        try {
            return stream(told);
        } catch (WireUnavailable | MachineUnreachable e) {
            err("cosmofab: " + e.getMessage());
            return UNREACHED;
        }
    }

    private int stream(Optional<Dialect> told) {
        try (Wire wire = MachinePort.of(port, baud).open()) {
            Optional<Dialect> spoken = told.or(() -> FirmwareProbe.ask(wire));
            if (spoken.isEmpty()) {
                throw new MachineUnreachable("nothing that speaks Marlin or Grbl answered at " + port
                        + "; is the machine on, and is it the right port and speed?");
            }
            SafeProgram program = programs.get(spoken.get());
            if (program == null) {
                return refuse(refusals.get(spoken.get()));
            }
            try (MachineDriver driver = spoken.get() == Dialect.MARLIN
                    ? MarlinDriver.over(() -> wire, Clock.systemUTC())
                    : GrblDriver.over(() -> wire, Clock.systemUTC())) {
                return run(driver, program);
            }
        }
    }

    private int run(MachineDriver driver, SafeProgram program) {
        FirmwareIdentity identity = driver.connect();
        PrintWriter out = spec.commandLine().getOut();
        out.println((identity.name() + " " + identity.version()).strip() + " at " + port + ": " + program.size()
                + " lines");
        StreamSession session = new StreamSession(driver, new StreamProgress(out, System.console() != null));
        SerialWire.beforePortsClose(session::interrupted);
        return session.run(program);
    }

    private int refuse(String why) {
        err("cosmofab: " + file + " is refused, nothing was sent: " + why);
        return REFUSED;
    }

    private Optional<Dialect> told() {
        return switch (firmware) {
            case "auto" -> Optional.empty();
            case "marlin", "grbl" -> Optional.of(Dialect.valueOf(firmware.toUpperCase(Locale.ROOT)));
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--firmware " + firmware + " is not known; use auto, marlin or grbl");
        };
    }

    private byte[] source() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file + ": " + e, e);
        }
    }

    private void err(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}
