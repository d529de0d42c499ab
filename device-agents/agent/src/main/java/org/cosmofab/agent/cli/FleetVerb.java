package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cosmofab.bridge.simulated.FleetFault;
import org.cosmofab.bridge.simulated.SimulatedWorkshop;
import org.cosmofab.bridge.time.ScaledClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulated machines that misbehave as asked, for people who want to rehearse. */
@Command(
        name = "fleet",
        description = "Starts simulated machines by name, each on a port of that name, and lets them fail as asked.",
        mixinStandardHelpOptions = true)
final class FleetVerb implements Callable<Integer> {
    private static final List<String> NAMES = List.of("marlin", "grbl", "grbl-mill", "grblhal", "fluidnc");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--list", description = "Tells which machines and which faults there are, and ends.")
    private boolean list;

    @Option(names = "--directory", description = "Where a link of each machine's name is put; ${DEFAULT-VALUE}.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"), "cosmofab-fleet");

    @Option(
            names = "--fault",
            paramLabel = "FAULT@LINE",
            description = "Such as lose-ok@50: at the 50th line that a machine receives. May be given again.")
    private List<String> faults = List.of();

    @Option(names = "--seed", description = "A few faults by chance, the same ones for the same number.")
    private Optional<Long> seed = Optional.empty();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Such as grblhal; see --list.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list || names.isEmpty()) {
            out.println("machines: " + String.join(", ", NAMES));
            out.println("faults: " + String.join(", ", FleetFault.names()));
            out.flush();
            return list ? 0 : spec.exitCodeOnInvalidInput();
        }
        try {
            start(out);
            System.in.transferTo(OutputStream.nullOutputStream());
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            spec.commandLine().getErr().println("cosmofab fleet: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
    }

    private void start(PrintWriter out) {
        List<FleetFault> asked = new ArrayList<>();
        faults.forEach(fault -> asked.add(FleetFault.parse(fault)));
        seed.ifPresent(number -> asked.addAll(FleetFault.seeded(number)));
        SimulatedWorkshop workshop = SimulatedWorkshop.open(
                directory.toAbsolutePath(),
                names.stream()
                        .map(name -> SimulatedWorkshop.Spec.parse(name + "=" + name))
                        .toList(),
                ScaledClock.fromEnvironment(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(workshop::close, "close fleet"));
        for (String name : names) {
            asked.forEach(fault -> fault.arm(workshop.firmware(name).faults()));
            out.println(name + " at " + workshop.device(name) + ", 115200 baud"
                    + (asked.isEmpty() ? "" : ", will fail by " + asked));
        }
        out.println("ready; stream to a machine by its path, and end this with Ctrl-C");
        out.flush();
    }
}
