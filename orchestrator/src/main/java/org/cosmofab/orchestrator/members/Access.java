package org.cosmofab.orchestrator.members;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;

/** Whether the present caller may do something; for the edge of the features. */
@ApplicationScoped
public class Access {
    private final Viewer viewer;

    Access(Viewer viewer) {
        this.viewer = viewer;
    }

    /**
     * The caller's login.
     *
     * @throws UnauthorizedException if nobody is logged in
     */
    public String login() {
        return viewer.login().orElseThrow(UnauthorizedException::new);
    }

    /**
     * The party the caller acts for, if the login has one.
     *
     * @throws UnauthorizedException if nobody is logged in
     */
    public Optional<PartyId> party() {
        login();
        return viewer.party();
    }

    public boolean hasAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(viewer::has);
    }

    /** Whether the caller works here and sees what belongs to others. */
    public boolean isStaff() {
        return hasAny(Role.OPERATOR, Role.STEWARD, Role.ADMIN);
    }

    /**
     * The caller's login, if it has one of the roles.
     *
     * @throws UnauthorizedException if nobody is logged in
     * @throws ForbiddenException if the login has none of them
     */
    public String require(Role... anyOf) {
        String login = login();
        if (!hasAny(anyOf)) {
            throw new ForbiddenException("needs one of the roles " + Arrays.toString(anyOf));
        }
        return login;
    }
}
