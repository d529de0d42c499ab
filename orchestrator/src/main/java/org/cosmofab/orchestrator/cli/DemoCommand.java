package org.cosmofab.orchestrator.cli;

import io.quarkus.runtime.Quarkus;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes one order all the way, from an open design to a made thing and its books. */
@Command(
        name = "demo",
        description =
                "Takes one order all the way on simulated machines: from an open design to a made thing and its books.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand extends ServerCommand {

    @Option(
            names = "--exit",
            description = "End once the order is settled and distributed; with status 0 only if it is.")
    boolean exit;

    @Override
    Server.Session session(PrintWriter out) {
        return server -> {
            try (OpenWorkshop workshop = OpenWorkshop.open(options, server, out)) {
                boolean done = order(workshop, out);
                if (!exit && !OpenWorkshop.isEnding()) {
                    workshop.sayWhereItIs();
                    Quarkus.waitForExit();
                }
                return done ? 0 : 1;
            }
        };
    }

    private static boolean order(OpenWorkshop workshop, PrintWriter out) throws InterruptedException {
        try {
            new DemoOrder(workshop, out).run();
            return true;
        } catch (Api.Problem | UncheckedIOException | DemoOrder.Stuck e) {
            if (!OpenWorkshop.isEnding()) {
                out.println();
                out.println("The order is not done: " + e.getMessage());
                out.flush();
            }
            return false;
        }
    }
}
