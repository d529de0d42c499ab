package org.cosmofab.orchestrator.members;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.members.domain.LoginBook;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what a workshop needs from its first moment: its own party, the association's, and somebody who may do all. */
@ApplicationScoped
public class FirstStart {
    /** The first admin's login. */
    public static final String ADMIN = "admin";

    private static final int BEFORE_ALL_OTHERS = 10;
    private static final int PASSWORD_BYTES = 16;

    private final Parties parties;
    private final Logins logins;
    private final LoginBook book;
    private final IdSource ids;
    private final String workshopName;
    private final AtomicReference<String> password = new AtomicReference<>();

    FirstStart(
            Parties parties,
            Logins logins,
            LoginBook book,
            IdSource ids,
            @ConfigProperty(name = "cosmofab.workshop.name", defaultValue = Parties.WORKSHOP_UNNAMED)
                    String workshopName) {
        this.parties = parties;
        this.logins = logins;
        this.book = book;
        this.ids = ids;
        this.workshopName = workshopName;
    }

    @Transactional
    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        register(new Party(Parties.WORKSHOP, Party.Kind.WORKSHOP, workshopName, Standing.NON_PROFIT, true));
        register(new Party(
                Parties.ASSOCIATION, Party.Kind.ASSOCIATION, Parties.ASSOCIATION_UNNAMED, Standing.NON_PROFIT, true));
        if (!book.anyWith(Role.ADMIN)) {
            String secret = ids.secret(PASSWORD_BYTES);
            logins.create(ADMIN, secret, Optional.of(Parties.WORKSHOP), Set.of(Role.ADMIN, Role.OPERATOR, Role.STEWARD))
                    .orThrow();
            password.set(secret);
        }
    }

    private void register(Party party) {
        if (parties.find(party.id()).isEmpty()) {
            parties.register(party).orThrow();
        }
    }

    /**
     * The first admin's password, if this start made it; answered once, to be shown to the person who started us. It is
     * neither kept nor logged.
     */
    public Optional<String> firstAdminPassword() {
        return Optional.ofNullable(password.getAndSet(null));
    }
}
