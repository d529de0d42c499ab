package org.cosmofab.orchestrator.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.cosmofab.orchestrator.kernel.DataFolderLock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the orchestrator in this process; what is the same for every verb that does. */
abstract class ServerCommand implements Callable<Integer> {

    /** The port that is tried first. */
    static final int PORT = 8484;

    private static final int BROKER_PORT = 8485;

    @Spec
    CommandSpec spec;

    @Mixin
    ServerOptions options;

    /** What is done once the orchestrator is up; its answer ends the process, unless the server is to go on. */
    abstract Server.Session session(PrintWriter out);

    @Override
    public Integer call() throws IOException {
        options.checked();
        if (options.port.isPresent() && !Ports.isFree(options.port.get())) {
            throw new IllegalStateException("port " + options.port.get() + " is taken; choose another with --port N");
        }
        Files.createDirectories(options.data);
        Files.createDirectories(options.data.resolve("run"));
        // Before anything is touched: the folder's machines and time may be another workshop's that runs.
        DataFolderLock alone = new DataFolderLock(options.data.resolve("run"));
        try {
            beginTime();
            configure();
            return serve();
        } finally {
            alone.close();
        }
    }

    private int serve() {
        PrintWriter out = spec.commandLine().getOut();
        AtomicInteger status = new AtomicInteger();
        Server.next(session(out));
        Quarkus.run(Server.class, (exit, failure) -> {
            status.set(failure == null ? exit : 1);
            if (failure != null) {
                explain(failure);
            }
        });
        return status.get();
    }

    /** Machines that still run by an earlier stretch of time keep theirs; at another speed they are started again. */
    private void beginTime() {
        boolean runs = Simulation.runs(options.data);
        if (runs && WorkshopTime.resume(options.data).speed().compareTo(options.speed) != 0) {
            Simulation.end(options.data);
            runs = false;
        }
        WorkshopTime time = runs
                ? WorkshopTime.resume(options.data)
                : WorkshopTime.begin(options.data, options.speed, Clock.systemUTC());
        time.environment()
                .forEach((name, value) -> set(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    }

    /** Quarkus reads its configuration when it starts: what the options say goes there before. */
    private void configure() {
        Path logs = options.data.resolve("logs");
        set("cosmofab.data", options.data.toString());
        Simulation.Address before = Simulation.Address.remembered(options.data)
                .orElse(new Simulation.Address(PORT, Simulation.Address.embeddedBroker(BROKER_PORT)));
        int broker = before.broker().getPort();
        int http = options.port.orElseGet(() -> Ports.freeOr(before.httpPort(), broker));
        set("quarkus.http.port", String.valueOf(http));
        set("cosmofab.broker.port", String.valueOf(Ports.freeOr(broker, http)));
        set("quarkus.log.file.enabled", "true");
        set("quarkus.log.file.path", logs.resolve("orchestrator.log").toString());
        set("quarkus.log.console.enabled", "false");
    }

    static void set(String key, String value) {
        System.setProperty(key, value);
    }

    private void explain(Throwable failure) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Cosmofab cannot start: " + Failure.words(failure));
        err.println("The whole story is in " + options.data.resolve("logs/orchestrator.log"));
        err.flush();
    }
}
