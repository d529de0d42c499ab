package org.cosmofab.agent.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.cosmofab.agent.Agent;
import org.cosmofab.agent.AgentSettings;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.mqtt.BrokerAccount;
import org.cosmofab.agent.mqtt.PahoLink;
import org.cosmofab.agent.programs.HttpPrograms;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.time.ScaledClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an agent is told when it is started; anything wrong is an {@link IllegalArgumentException} with its remedy. */
@Command
public final class AgentOptions {
    private static final String SECRET_VARIABLE = "COSMOFAB_AGENT_SECRET";
    private static final long PROGRAM_BYTES_MAX = 64L << 20;
    private static final int SHARE_OF_MEMORY = 8;

    @Option(names = "--id", required = true, description = "Name of the agent: small letters, digits and hyphens.")
    private String id = "";

    @Option(
            names = "--secret-file",
            description = "File whose first line is the agent's secret; else the variable " + SECRET_VARIABLE + ".")
    private @Nullable Path secretFile;

    @Option(names = "--broker", required = true, description = "Such as tcp://127.0.0.1:1883.")
    private String broker = "";

    @Option(names = "--orchestrator", required = true, description = "Such as http://127.0.0.1:8080.")
    private URI orchestrator = URI.create("http://127.0.0.1:8080");

    @Option(names = "--data", required = true, description = "Directory that this agent alone writes.")
    private Path data = Path.of("");

    @Option(names = "--machines", required = true, description = "File that says what machines there are.")
    private Path machines = Path.of("");

    /** Reads options, with or without the verb before them. */
    public static AgentOptions parse(String... arguments) {
        AgentOptions options = new AgentOptions();
        boolean withVerb = arguments.length > 0 && arguments[0].equals("agent");
        new CommandLine(options).parseArgs(Arrays.copyOfRange(arguments, withVerb ? 1 : 0, arguments.length));
        return options;
    }

    /** Who the agent is and what it has. */
    AgentSettings settings() {
        requireHttp();
        account();
        return new AgentSettings(new AgentId(id), data, MachinesFile.read(machines, clock()));
    }

    /** Starts an agent on real ports, a real broker and the clocks of this process; SIGTERM ends it in order. */
    public Agent start() {
        AgentSettings settings = settings();
        BrokerAccount account = account();
        long bytesMax = Math.min(PROGRAM_BYTES_MAX, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
        HttpPrograms programs = new HttpPrograms(orchestrator, settings.agent(), account.secret(), bytesMax);
        Agent agent = Agent.start(
                settings,
                lastWill -> new PahoLink(account, lastWill),
                programs,
                new Clocks(clock(), Clock.systemUTC()));
        SerialWire.beforePortsClose(agent::close);
        return agent;
    }

    private static ScaledClock clock() {
        return ScaledClock.fromEnvironment(System.getenv());
    }

    private BrokerAccount account() {
        return BrokerAccount.at(broker, new AgentId(id), secret());
    }

    private void requireHttp() {
        String scheme = String.valueOf(orchestrator.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || orchestrator.getHost() == null) {
            throw new IllegalArgumentException(
                    "--orchestrator " + orchestrator + " is not of the form http://host:port");
        }
    }

    private String secret() {
        String secret = Optional.ofNullable(secretFile)
                .map(AgentOptions::firstLine)
                .orElse(System.getenv().getOrDefault(SECRET_VARIABLE, ""));
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    "the agent has no secret: give a file with --secret-file, or set " + SECRET_VARIABLE);
        }
        return secret;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read --secret-file " + file + ": " + e, e);
        }
    }
}
