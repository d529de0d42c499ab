package org.cosmofab.orchestrator.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a login a new password when the old one is lost. Whoever may read the data folder may do that. */
@Command(
        name = "password",
        description = "Gives a login a new password, for when the old one is lost, and shows it once.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PasswordCommand extends ServerCommand {
    private static final int PASSWORD_BYTES = 16;

    @Parameters(paramLabel = "LOGIN", description = "Whose password; the first administrator is 'admin'.")
    String login;

    @Override
    Server.Session session(PrintWriter out) {
        return server -> {
            String secret = server.ids().secret(PASSWORD_BYTES);
            server.logins().changeSecret(login, secret).orThrow();
            out.printf(
                    "Log in: %-10s %s   (shown this once; what was logged in with the old one no longer is)%n",
                    login, secret);
            out.flush();
            return 0;
        };
    }
}
