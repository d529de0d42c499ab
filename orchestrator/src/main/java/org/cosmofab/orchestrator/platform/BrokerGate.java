package org.cosmofab.orchestrator.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.NoCacheLoginException;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the embedded broker, and for what: an agent its own topics and no other, we ourselves all.
 *
 * <p>The broker asks again for every message, so an answer is remembered for a moment; a revoked secret lives that long.
 */
final class BrokerGate implements ActiveMQSecurityManager5 {
    static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int REMEMBERED_MAX = 1_000;

    /** Knows the secrets of agents. */
    @FunctionalInterface
    interface AgentCheck {
        boolean isAgent(String user, String secret);
    }

    private record Claim(String user, String secret, String clientId) {}

    private final String ourUser;
    private final String ourSecret;
    private final AgentCheck agents;
    private final ConcurrentMap<Claim, Long> rememberedUntil = new ConcurrentHashMap<>();

    /**
     * @param ourUser a name that no login can have
     */
    BrokerGate(String ourUser, String ourSecret, AgentCheck agents) {
        this.ourUser = ourUser;
        this.ourSecret = ourSecret;
        this.agents = agents;
    }

    @Override
    public Subject authenticate(
            @Nullable String user, @Nullable String secret, RemotingConnection connection, @Nullable String domain)
            throws NoCacheLoginException {
        String clientId = Optional.ofNullable(connection.getClientID()).orElse("");
        if (!letIn(user, secret, clientId)) {
            throw new NoCacheLoginException("unknown user, wrong secret or another's client id");
        }
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    private boolean letIn(@Nullable String user, @Nullable String secret, String clientId) {
        if (user == null || secret == null) {
            return false;
        }
        if (user.equals(ourUser)) {
            return sameSecret(secret);
        }
        // Under another's client id one would take over its session.
        return clientId.equals(user) && known(new Claim(user, secret, clientId));
    }

    private boolean sameSecret(String secret) {
        return MessageDigest.isEqual(
                ourSecret.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private boolean known(Claim claim) {
        long now = System.nanoTime();
        Long until = rememberedUntil.get(claim);
        if (until != null && until - now > 0) {
            return true;
        }
        if (!agents.isAgent(claim.user, claim.secret)) {
            rememberedUntil.remove(claim);
            return false;
        }
        if (rememberedUntil.size() >= REMEMBERED_MAX) {
            rememberedUntil.clear();
        }
        rememberedUntil.put(claim, now + REMEMBERED.toNanos());
        return true;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject.getPrincipals(UserPrincipal.class).stream()
                .map(Principal::getName)
                .anyMatch(user -> user.equals(ourUser) || AgentTopics.allow(user, check, address));
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String secret) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String secret, Set<Role> roles, CheckType checkType) {
        return false;
    }
}
