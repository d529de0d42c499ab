package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.members.Logins;
import org.jboss.logging.Logger;

/**
 * The simulated workshop's two processes: firmware at the far ends of pseudo-terminals, and the agent that speaks to it.
 * They are watched and started again if they die, as a service manager would.
 */
final class Simulation implements AutoCloseable {
    static final AgentId AGENT = new AgentId("agent-1");
    private static final Logger LOG = Logger.getLogger(Simulation.class);
    private static final String MACHINES = "machines";
    private static final String AGENT_PROCESS = "agent";
    private static final long WATCH_SECONDS = 2;

    private final Path data;
    private final ChildProcess machines;
    private final ChildProcess agent;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulation-watch");
        thread.setDaemon(true);
        return thread;
    });

    private Simulation(Path data, ChildProcess machines, ChildProcess agent) {
        this.data = data;
        this.machines = machines;
        this.agent = agent;
    }

    /** Whether machines still run on that data, by the time that was begun for them. */
    static boolean runs(Path data) {
        return ChildProcess.running(MACHINES, data).isPresent();
    }

    /** Ends what runs on that data, for a start with another speed. */
    static void end(Path data) {
        ChildProcess.running(AGENT_PROCESS, data).ifPresent(ChildProcess::stop);
        ChildProcess.running(MACHINES, data).ifPresent(ChildProcess::stop);
    }

    /** Starts what does not run yet. An agent that was told other ports is started again. */
    static Simulation start(Path data, WorkshopTime time, Address address, Logins logins) {
        Path secret = secretFile(data, logins);
        ChildProcess machines = new ChildProcess(MACHINES, data, machinesCommand(data), time.environment());
        ChildProcess agent =
                new ChildProcess(AGENT_PROCESS, data, agentCommand(data, address, secret), time.environment());
        if (!address.isWhatWasTold(data)) {
            ChildProcess.running(AGENT_PROCESS, data).ifPresent(ChildProcess::stop);
        }
        address.remember(data);
        Simulation simulation = new Simulation(data, machines, agent);
        simulation.watch.scheduleWithFixedDelay(simulation::keepRunning, 0, WATCH_SECONDS, TimeUnit.SECONDS);
        return simulation;
    }

    private static List<String> machinesCommand(Path data) {
        return List.of(
                "-jar",
                System.getProperty("cosmofab.agent.jar"),
                "simulate",
                "--detached",
                "--directory",
                data.resolve("ports").toString(),
                "printer-1=marlin",
                "laser-1=grbl");
    }

    private static List<String> agentCommand(Path data, Address address, Path secret) {
        return List.of(
                "-jar",
                System.getProperty("cosmofab.agent.jar"),
                "agent",
                "--id",
                AGENT.value(),
                "--secret-file",
                secret.toString(),
                "--broker",
                address.broker().toString(),
                "--orchestrator",
                "http://127.0.0.1:" + address.httpPort(),
                "--data",
                data.resolve("agent").toString(),
                "--machines",
                machineFile(data).toString());
    }

    /** A periodic task that throws is never run again: a full disk must not end the watch. */
    private void keepRunning() {
        try {
            machines.ensure();
            agent.ensure();
        } catch (UncheckedIOException e) {
            LOG.warn("the simulated workshop cannot be kept running now", e);
        }
    }

    /** Ends both: the agent first, so that it can leave its machines safe and say so. */
    @Override
    public void close() {
        watch.shutdown();
        try {
            // A start that is under way must have its number written, or nobody would end it.
            if (!watch.awaitTermination(WATCH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the watch over the simulated workshop does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(data);
    }

    private static Path secretFile(Path data, Logins logins) {
        Path file = data.resolve("agent.secret");
        if (!knows(logins, file)) {
            writePrivately(file, logins.issueAgentSecret(AGENT));
        }
        return file;
    }

    /** The database may be another than the one that the secret in this folder was made for. */
    private static boolean knows(Logins logins, Path secret) {
        try {
            return Files.exists(secret)
                    && logins.checkAgent(AGENT.value(), Files.readString(secret).strip())
                            .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + secret, e);
        }
    }

    static void writePrivately(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Path machineFile(Path data) {
        Path file = data.resolve("machines.properties");
        String text = """
                printer-1.process = print
                printer-1.dialect = marlin
                printer-1.port = %1$s/printer-1
                printer-1.watts.idle = 8
                printer-1.watts.running = 120
                laser-1.process = laser
                laser-1.dialect = grbl
                laser-1.port = %1$s/laser-1
                laser-1.watts.idle = 15
                laser-1.watts.running = 450
                """.formatted(data.resolve("ports"));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    /** Where the agent finds the orchestrator: its pages on this machine, and the broker between them. */
    record Address(int httpPort, URI broker) {

        private static final String FILE = "run/ports";

        static URI embeddedBroker(int port) {
            return URI.create("tcp://127.0.0.1:" + port);
        }

        static Optional<Address> remembered(Path data) {
            try {
                String[] words = Files.readString(data.resolve(FILE)).strip().split(" ");
                return Optional.of(new Address(Integer.parseInt(words[0]), new URI(words[1])))
                        .filter(address -> address.broker.getPort() > 0);
            } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException | URISyntaxException e) {
                return Optional.empty();
            }
        }

        boolean isWhatWasTold(Path data) {
            return remembered(data).map(this::equals).orElse(false);
        }

        void remember(Path data) {
            try {
                Files.createDirectories(data.resolve(FILE).getParent());
                Files.writeString(data.resolve(FILE), httpPort + " " + broker);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + data.resolve(FILE), e);
            }
        }
    }
}
