package org.cosmofab.orchestrator.fabrication.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which commands of the outbox go out now: each at once, those that may be repeated again every few seconds.
 *
 * <p>Not thread-safe.
 */
public final class Sending {
    /** Long enough for an answer to come, short against the expiry. */
    static final Duration ASSIGN_AGAIN_AFTER = Duration.ofSeconds(5);

    static final Duration CANCEL_AGAIN_AFTER = Duration.ofSeconds(30);

    private final Map<UUID, Instant> lastSent = new HashMap<>();

    /** Commands to be sent now; they count as sent. */
    public List<Command> due(List<Command> waiting, Instant now) {
        Set<UUID> present = waiting.stream().map(Command::id).collect(Collectors.toSet());
        lastSent.keySet().retainAll(present);
        List<Command> due = waiting.stream()
                .filter(command -> !isOver(command, now))
                .filter(command -> isTurn(command, now))
                .toList();
        due.forEach(command -> lastSent.put(command.id(), now));
        return due;
    }

    /** Whether it is too late for a command. */
    public static boolean isOver(Command command, Instant now) {
        return !now.isBefore(command.expiresAt());
    }

    private boolean isTurn(Command command, Instant now) {
        Instant last = lastSent.get(command.id());
        Duration again = command.what() instanceof Command.Assign ? ASSIGN_AGAIN_AFTER : CANCEL_AGAIN_AFTER;
        return last == null || !now.isBefore(last.plus(again));
    }
}
