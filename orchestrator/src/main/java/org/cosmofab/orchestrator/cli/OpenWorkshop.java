package org.cosmofab.orchestrator.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cosmofab.orchestrator.members.FirstStart;
import org.cosmofab.orchestrator.members.Logins;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** A workshop that is open: seeded, its simulated machines running, its people at hand. Closing it ends what it started. */
final class OpenWorkshop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OpenWorkshop.class);
    private static final int SECRET_BYTES = 16;
    private static final List<String> LOGINS = List.of(ExampleWorkshop.OPERATOR_LOGIN, ExampleWorkshop.REQUESTER_LOGIN);

    private final ServerOptions options;
    private final Server server;
    private final PrintWriter out;
    private final WorkshopTime time;
    private final Simulation simulation;
    private final List<String> tokens = new ArrayList<>();
    private final ScheduledExecutorService timekeeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "timekeeper");
        thread.setDaemon(true);
        return thread;
    });

    private OpenWorkshop(ServerOptions options, Server server, PrintWriter out) {
        this.options = options;
        this.server = server;
        this.out = out;
        this.time = WorkshopTime.resume(options.data);
        this.simulation =
                Simulation.start(options.data, time, new Simulation.Address(httpPort(), broker()), server.logins());
    }

    static OpenWorkshop open(ServerOptions options, Server server, PrintWriter out) {
        sayFirstPassword(server, out);
        server.example().people();
        logins(options, server);
        server.example().stock();
        server.example().machines();
        server.example().designs(Path.of(System.getProperty("cosmofab.library")));
        OpenWorkshop workshop = new OpenWorkshop(options, server, out);
        try {
            workshop.begin();
            return workshop;
        } catch (RuntimeException e) {
            workshop.close();
            throw e;
        }
    }

    private void begin() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-workshop"));
        timekeeper.scheduleWithFixedDelay(this::rememberTime, 1, 1, TimeUnit.SECONDS);
        if (options.hands == ServerOptions.Hands.auto) {
            Hands hands = new Hands(api(ExampleWorkshop.OPERATOR_LOGIN), time, Clock.systemUTC());
            timekeeper.scheduleWithFixedDelay(hands, 500, 200, TimeUnit.MILLISECONDS);
        }
    }

    /** A periodic task that throws is never run again: a full disk must not stop the time for good. */
    private void rememberTime() {
        try {
            time.saw(server.clock().instant());
        } catch (UncheckedIOException e) {
            LOG.warn("the workshop's time cannot be remembered now", e);
        }
    }

    private static int httpPort() {
        return ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    /** The broker that is configured, or the one that runs in this process. */
    private static URI broker() {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue("cosmofab.broker.url", URI.class)
                .orElseGet(() ->
                        Simulation.Address.embeddedBroker(config.getValue("cosmofab.broker.port", Integer.class)));
    }

    /** The API as one of the example's people, until the workshop closes. */
    Api api(String login) {
        String token = server.logins().issueToken(login);
        tokens.add(token);
        return new Api(address(), token);
    }

    String address() {
        return "http://127.0.0.1:" + httpPort();
    }

    WorkshopTime time() {
        return time;
    }

    boolean clearsItself() {
        return options.hands == ServerOptions.Hands.auto;
    }

    /** It is known this once: whoever started us sees it before anything else can go wrong. */
    private static void sayFirstPassword(Server server, PrintWriter out) {
        server.firstAdminPassword().ifPresent(secret -> {
            out.printf(
                    "Log in: %-10s %s   (the administrator; shown this once, write it down)%n",
                    FirstStart.ADMIN, secret);
            out.flush();
        });
    }

    /** Says where pages are and who may log in, at every start; new secrets are made once. */
    void sayWhereItIs() {
        out.println("Pages:  " + address() + "/");
        out.println("Data:   " + options.data);
        Secrets.read(secretsFile(options)).forEach((login, secret) -> out.printf("Log in: %-10s %s%n", login, secret));
        out.println("Ctrl-C ends everything.");
        out.flush();
    }

    @Override
    public void close() {
        timekeeper.shutdownNow();
        simulation.close();
        if (!isEnding()) {
            tokens.forEach(server::revoke);
        }
    }

    /** Whether this process is on its way out: what fails now fails because of that. */
    static boolean isEnding() {
        Thread probe = new Thread(() -> {}, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException hooksRunAlready) {
            return true;
        }
    }

    private static Path secretsFile(ServerOptions options) {
        return options.data.resolve("logins");
    }

    /**
     * Sees to it that the example's logins are in the database with the secrets that this folder keeps for whoever may read
     * it: either may be newer than the other, or be gone.
     */
    private static void logins(ServerOptions options, Server server) {
        Map<String, String> secrets = new TreeMap<>(Secrets.read(secretsFile(options)));
        for (String login : LOGINS) {
            String kept = secrets.get(login);
            if (kept == null || !isRight(server, login, kept)) {
                secrets.put(login, server.ids().secret(SECRET_BYTES));
            }
        }
        Secrets.write(secretsFile(options), secrets);
        for (String login : LOGINS) {
            if (!isRight(server, login, secrets.get(login))) {
                server.example().login(login, secrets.get(login));
            }
        }
    }

    private static boolean isRight(Server server, String login, String secret) {
        return server.logins()
                .check(new Logins.Guess(login, secret, "127.0.0.1"))
                .fold(account -> true, refusal -> false);
    }
}
