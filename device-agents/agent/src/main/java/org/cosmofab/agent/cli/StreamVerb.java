package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cosmofab.agent.analysis.ProgramFile;
import org.cosmofab.agent.analysis.UnreadableProgram;
import org.cosmofab.bridge.finding.DialectFinder;
import org.cosmofab.bridge.finding.OpenedWire;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.Preflight;
import org.cosmofab.bridge.gcode.Remark;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.machine.FirmwareIdentity;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineUnreachable;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireOpener;
import org.cosmofab.bridge.wire.WireUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Streams one file to one machine, with nobody else needed. */
@Command(
        name = "stream",
        description = "Streams a G-code file to a machine, with no orchestrator and no agent.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nHow it ends:%n",
        exitCodeList = {
            "0:done: every line was acknowledged and the machine came to rest",
            "1:failed at a line: the machine refused it, reported a fault or restarted",
            "2:what was asked makes no sense",
            "3:cancelled, and the machine was seen to stop",
            "4:no contact, or contact was lost: the machine may still be moving, look at it",
            "5:the file was refused before anything was sent"
        })
final class StreamVerb implements Callable<Integer> {
    static final int FAILED = 1;
    static final int CANCELLED = 3;
    static final int LOST = 4;
    static final int REFUSED = 5;

    private static final Duration FINDING = Duration.ofSeconds(12);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            required = true,
            paramLabel = "P",
            description = "Where the machine is: /dev/ttyUSB0, a link to it, or tcp:host:port.")
    private String port = "";

    @Option(names = "--baud", paramLabel = "N", description = "Speed of a serial port (default: ${DEFAULT-VALUE}).")
    private int baud = 115_200;

    @Option(names = "--trust-file", description = "Skip the safety gate: then only what no wire may carry is refused.")
    private boolean trustFile;

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Parameters(paramLabel = "FILE", description = "The G-code.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        WireOpener wires = PortAddress.opener(port, baud)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "--port " + port + " is not " + PortAddress.FORM));
        try {
            return stream(ProgramFile.open(file), wires);
        } catch (UnreadableProgram e) {
            return end(REFUSED, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (WireUnavailable | MachineUnreachable e) {
            return end(LOST, "no contact: " + e.getMessage());
        }
    }

    private int stream(ProgramFile source, WireOpener wires) throws IOException {
        Found found = found(wires);
        ScaledClock clock = ScaledClock.fromEnvironment(System.getenv());
        try {
            Preflight.Report report = preflight(source, found.dialect());
            Sanitised fit = Sanitiser.sanitise(Files.readAllBytes(file), found.dialect());
            if (!(fit instanceof Sanitised.Safe safe)
                    || !trustFile && !report.remarks().isEmpty()) {
                found.close();
                return refuse(report);
            }
            return run(found, safe.program(), report.analysis().duration(), clock);
        } catch (IllegalArgumentException e) {
            found.close();
            throw e;
        }
    }

    private Preflight.Report preflight(ProgramFile source, Dialect dialect) {
        GateProfile profile = machine.profile(dialect, source.guess());
        return source.read(new Preflight(dialect, machine.limits(dialect), profile));
    }

    private int refuse(Preflight.Report report) {
        for (Remark remark : report.remarks()) {
            spec.commandLine()
                    .getErr()
                    .println(file + ":" + remark.line() + ": " + remark.detail() + "; "
                            + remark.remedy(Locale.getDefault()));
        }
        return end(REFUSED, "refused: nothing was sent");
    }

    private int run(Found found, SafeProgram program, Duration duration, ScaledClock clock) {
        try (MachineDriver driver = driver(found, clock)) {
            FirmwareIdentity identity = driver.connect();
            say(identity.name() + " " + identity.version() + " at " + port);
            return run(driver, program, duration, clock);
        }
    }

    private int run(MachineDriver driver, SafeProgram program, Duration duration, Clock clock) {
        PrintWriter out = spec.commandLine().getOut();
        try (StreamSession session = new StreamSession(driver, out, clock)) {
            return session.run(program, duration);
        }
    }

    /** What is at the other end: a dialect, and the wire that it was heard on if it had to be asked. */
    private record Found(Dialect dialect, WireOpener wires, Optional<Wire> open) {
        void close() {
            open.ifPresent(Wire::close);
        }
    }

    private Found found(WireOpener wires) {
        Optional<Dialect> named = machine.named();
        if (named.isPresent()) {
            return new Found(named.get(), wires, Optional.empty());
        }
        Wire wire = wires.open();
        Optional<Dialect> dialect = DialectFinder.find(wire, FINDING, Ticker.system());
        if (dialect.isEmpty()) {
            wire.close();
            throw new MachineUnreachable("nothing that speaks Marlin or Grbl answered at " + port + " within "
                    + FINDING.toSeconds() + " s; is the machine on, and is --baud " + baud + " right?");
        }
        return new Found(dialect.get(), new OpenedWire(wire, wires), Optional.of(wire));
    }

    private static MachineDriver driver(Found found, Clock clock) {
        return found.dialect() == Dialect.MARLIN
                ? MarlinDriver.over(found.wires(), clock)
                : GrblDriver.over(found.wires(), clock);
    }

    private int end(int status, String words) {
        spec.commandLine().getErr().println(words);
        return status;
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }
}
