package org.cosmofab.orchestrator.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A workshop that is open: seeded, its simulated machines running, its people at hand. Closing it ends what it started. */
final class OpenWorkshop implements AutoCloseable {
    private static final int SECRET_BYTES = 16;

    private final ServerOptions options;
    private final Server server;
    private final PrintWriter out;
    private final int httpPort;
    private final Simulation simulation;
    private final ScheduledExecutorService timekeeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "timekeeper");
        thread.setDaemon(true);
        return thread;
    });

    private OpenWorkshop(ServerOptions options, Server server, PrintWriter out, int httpPort, Simulation simulation) {
        this.options = options;
        this.server = server;
        this.out = out;
        this.httpPort = httpPort;
        this.simulation = simulation;
    }

    static OpenWorkshop open(ServerOptions options, Server server, PrintWriter out) {
        server.example().people();
        logins(options, server);
        server.example().stock();
        server.example().machines();
        server.example().designs(Path.of(System.getProperty("cosmofab.library")));
        int httpPort = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        WorkshopTime time = WorkshopTime.resume(options.data);
        Simulation simulation =
                Simulation.start(options.data, time, new Simulation.Address(httpPort, broker()), server.logins());
        OpenWorkshop workshop = new OpenWorkshop(options, server, out, httpPort, simulation);
        Runtime.getRuntime().addShutdownHook(new Thread(workshop::close, "close-workshop"));
        workshop.timekeeper.scheduleWithFixedDelay(() -> time.saw(server.clock().instant()), 1, 1, TimeUnit.SECONDS);
        if (options.hands == ServerOptions.Hands.auto) {
            Hands hands = new Hands(workshop.api(ExampleWorkshop.OPERATOR_LOGIN), time, Clock.systemUTC());
            workshop.timekeeper.scheduleWithFixedDelay(hands, 500, 200, TimeUnit.MILLISECONDS);
        }
        return workshop;
    }

    /** The broker that is configured, or the one that runs in this process. */
    private static URI broker() {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue("cosmofab.broker.url", URI.class)
                .orElseGet(() ->
                        Simulation.Address.embeddedBroker(config.getValue("cosmofab.broker.port", Integer.class)));
    }

    /** The API as one of the example's people. */
    Api api(String login) {
        return new Api(address(), server.logins().issueToken(login));
    }

    String address() {
        return "http://127.0.0.1:" + httpPort;
    }

    /** Says where pages are and who may log in, at every start; new secrets are made once. */
    void sayWhereItIs() {
        out.println("Pages:  " + address() + "/");
        out.println("Data:   " + options.data);
        secrets().forEach((login, secret) -> out.printf("Log in: %-10s %s%n", login, secret));
        server.firstAdminPassword()
                .ifPresent(secret -> out.printf(
                        "Log in: %-10s %s   (the administrator; shown this once, write it down)%n", "admin", secret));
        out.println("Ctrl-C ends everything.");
        out.flush();
    }

    private Map<String, String> secrets() {
        Path file = options.data.resolve("logins");
        return new TreeMap<>(Secrets.read(file));
    }

    @Override
    public void close() {
        timekeeper.shutdownNow();
        simulation.close();
    }

    /** Makes the example's logins when they are not there yet, and keeps their secrets for whoever may read the data. */
    static void logins(ServerOptions options, Server server) {
        Path file = options.data.resolve("logins");
        if (Files.exists(file)) {
            return;
        }
        Map<String, String> secrets = new TreeMap<>();
        for (String login : List.of(ExampleWorkshop.OPERATOR_LOGIN, ExampleWorkshop.REQUESTER_LOGIN)) {
            String secret = server.ids().secret(SECRET_BYTES);
            server.example().login(login, secret);
            secrets.put(login, secret);
        }
        Secrets.write(file, secrets);
    }
}
