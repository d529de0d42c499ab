package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cosmofab.bridge.simulated.SimulatedWorkshop;
import org.cosmofab.bridge.time.ScaledClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulated machines behind pseudo-terminals, until SIGTERM or until whoever started it lets go of its input. */
@Command(
        name = "simulate",
        description = "Runs simulated machines until its input ends or it is told to end.",
        mixinStandardHelpOptions = true)
final class SimulateVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--directory", required = true, description = "Where a link of each machine's name is put.")
    private Path directory = Path.of("");

    @Option(names = "--detached", description = "Do not end when the input ends; only when told to.")
    private boolean detached;

    @Parameters(
            arity = "1..*",
            paramLabel = "MACHINE=KIND",
            description =
                    "Such as printer-1=marlin; the kinds are marlin, grbl (a laser), grbl-mill, grblhal and fluidnc.")
    private List<String> machines = List.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<SimulatedWorkshop.Spec> specs =
                    machines.stream().map(SimulatedWorkshop.Spec::parse).toList();
            ScaledClock clock = ScaledClock.fromEnvironment(System.getenv());
            SimulatedWorkshop workshop = SimulatedWorkshop.open(directory.toAbsolutePath(), specs, clock);
            Runtime.getRuntime().addShutdownHook(new Thread(workshop::close, "close workshop"));
            specs.forEach(machine ->
                    out.println("machine " + machine.machine() + " at " + workshop.device(machine.machine())));
            out.println("ready");
            out.flush();
            awaitEnd(detached ? new NeverEnding() : System.in);
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            spec.commandLine().getErr().println("cosmofab-agent: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
    }

    /** An input that says nothing and never ends; SIGTERM ends the process all the same. */
    private static final class NeverEnding extends InputStream {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            try {
                never.await();
                return -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private static void awaitEnd(InputStream input) throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }
}
