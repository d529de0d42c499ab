package org.cosmofab.orchestrator.cli;

import io.quarkus.runtime.Quarkus;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Runs a workshop until it is stopped. */
@Command(
        name = "serve",
        description = "Runs a workshop until it is stopped.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand extends ServerCommand {

    @Override
    Server.Session session(PrintWriter out) {
        return server -> {
            try (OpenWorkshop workshop = OpenWorkshop.open(options, server, out)) {
                workshop.sayWhereItIs();
                Quarkus.waitForExit();
            }
            return 0;
        };
    }
}
