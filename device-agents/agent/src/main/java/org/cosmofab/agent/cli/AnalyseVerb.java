package org.cosmofab.agent.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cosmofab.agent.analysis.AnalysisJson;
import org.cosmofab.agent.analysis.ProgramFile;
import org.cosmofab.agent.analysis.UnreadableProgram;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Preflight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a program and holds it against a machine, without a machine. */
@Command(
        name = "analyse",
        description = "Tells what a program does, as JSON: the room it takes, its time, what speaks against it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing speaks against the program",
            "1:the program may not run as it is; the findings say why",
            "2:an option is wrong",
            "65:the file is not a program: empty, or not text",
            "66:the file is not there, or cannot be read"
        })
final class AnalyseVerb implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int NO_PROGRAM = 65;
    private static final int NO_FILE = 66;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "G-code, of any size.")
    private Path file = Path.of("");

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Option(names = "--filament-diameter", paramLabel = "MM", description = "Else 1.75.")
    private double filamentDiameter = 1.75;

    @Override
    public Integer call() {
        try {
            return analyse(ProgramFile.open(file));
        } catch (UnreadableProgram e) {
            return failed(e.getMessage(), e.kind() == UnreadableProgram.Kind.NO_FILE ? NO_FILE : NO_PROGRAM);
        } catch (IllegalArgumentException e) {
            return failed(e.getMessage(), spec.exitCodeOnInvalidInput());
        }
    }

    private int analyse(ProgramFile program) {
        Preflight.Guess guess = program.guess();
        Dialect dialect = machine.dialect(guess);
        GateProfile profile = machine.profile(dialect, guess);
        KinematicLimits limits = machine.limits(dialect);
        Preflight.Report report = program.read(new Preflight(dialect, limits, profile));
        spec.commandLine()
                .getOut()
                .println(AnalysisJson.of(
                        new AnalysisJson.Reading(
                                file.toString(), guess.dialect(), dialect, profile, limits, filamentDiameter),
                        report));
        spec.commandLine().getOut().flush();
        return report.remarks().isEmpty() ? 0 : FOUND;
    }

    private int failed(String message, int status) {
        spec.commandLine().getErr().println("cosmofab analyse: " + message);
        return status;
    }
}
