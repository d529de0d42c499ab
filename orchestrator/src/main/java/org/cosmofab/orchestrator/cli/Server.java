package org.cosmofab.orchestrator.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.members.FirstStart;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Sessions;

/** The running orchestrator, with what a verb's session needs of it. */
final class Server implements QuarkusApplication {

    /** What a verb does while the orchestrator runs. */
    interface Session {

        /**
         * @return the process's exit status
         * @throws InterruptedException when everything is to end
         */
        int run(Server server) throws InterruptedException;
    }

    private static final AtomicReference<Session> NEXT = new AtomicReference<>();

    private final ExampleWorkshop example;
    private final Logins logins;
    private final Sessions sessions;
    private final FirstStart firstStart;
    private final IdSource ids;
    private final Clock clock;

    @Inject
    Server(
            ExampleWorkshop example,
            Logins logins,
            Sessions sessions,
            FirstStart firstStart,
            IdSource ids,
            Clock clock) {
        this.example = example;
        this.logins = logins;
        this.sessions = sessions;
        this.firstStart = firstStart;
        this.ids = ids;
        this.clock = clock;
    }

    /** Quarkus makes the application object itself, so the session waits for it here. */
    static void next(Session session) {
        NEXT.set(session);
    }

    @Override
    public int run(String... args) throws InterruptedException {
        return NEXT.get().run(this);
    }

    ExampleWorkshop example() {
        return example;
    }

    Logins logins() {
        return logins;
    }

    /** Ends the life of a token. */
    void revoke(String token) {
        sessions.close(token);
    }

    Optional<String> firstAdminPassword() {
        return firstStart.firstAdminPassword();
    }

    IdSource ids() {
        return ids;
    }

    Clock clock() {
        return clock;
    }
}
