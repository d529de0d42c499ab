package org.cosmofab.orchestrator.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code serve} and {@code demo} have in common. */
final class ServerOptions {

    /** Who clears beds and loads sheets in a simulated workshop. */
    enum Hands {
        /** A simulated person, a few workshop minutes later. */
        auto,
        /** Whoever clicks. */
        me
    }

    @Spec(Spec.Target.MIXEE)
    picocli.CommandLine.Model.CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the workshop keeps its data (default: ~/.local/share/cosmofab).")
    Path data = Path.of(System.getProperty("user.home"), ".local", "share", "cosmofab");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of pages and API on this machine (default: 8484, or a free one if that is taken).")
    Optional<Integer> port = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Workshop seconds in a real second (default: ${DEFAULT-VALUE}); simulated machines only.",
            defaultValue = "60")
    BigDecimal speed;

    @Option(
            names = "--hands",
            description = "Who clears beds and loads sheets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "auto")
    Hands hands;

    /**
     * The options, if they make sense together.
     *
     * @throws ParameterException naming the option and its range
     */
    ServerOptions checked() {
        if (port.isPresent() && (port.get() < 1 || port.get() > 65_535)) {
            throw refused("--port takes a number from 1 to 65535, not " + port.get());
        }
        boolean runs = speed.compareTo(new BigDecimal("0.1")) >= 0 && speed.compareTo(new BigDecimal(10_000)) <= 0;
        if (!runs) {
            throw refused("--speed takes a number from 0.1 to 10000, not " + speed.toPlainString());
        }
        data = data.toAbsolutePath().normalize();
        return this;
    }

    private ParameterException refused(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
