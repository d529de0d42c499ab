package org.cosmofab.orchestrator.members.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often secrets may be guessed: a few failures for one login, more for all together, in a time. Remembers a bounded
 * number of logins, forgetting the oldest; safe for use by several threads.
 */
public final class GuessLimit {
    private static final int LOGINS_MAX = 10_000;

    private final int perLoginMax;
    private final int overallMax;
    private final Duration window;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();
    private final Deque<Instant> overall = new ArrayDeque<>();

    /**
     * @param window real time after which a failure is forgotten
     */
    public GuessLimit(int perLoginMax, int overallMax, Duration window) {
        this.perLoginMax = perLoginMax;
        this.overallMax = overallMax;
        this.window = window;
    }

    /** How long to wait before the next guess; zero when it may be made now. */
    public synchronized Duration wait(String login, Instant now) {
        Deque<Instant> own = failures.getOrDefault(login, new ArrayDeque<>());
        Duration forLogin = wait(own, perLoginMax, now);
        Duration forAll = wait(overall, overallMax, now);
        return forLogin.compareTo(forAll) > 0 ? forLogin : forAll;
    }

    private Duration wait(Deque<Instant> times, int max, Instant now) {
        forget(times, now);
        return times.size() < max
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(window));
    }

    /** A guess was wrong. */
    public synchronized void failed(String login, Instant now) {
        if (!failures.containsKey(login) && failures.size() >= LOGINS_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
        remember(failures.computeIfAbsent(login, name -> new ArrayDeque<>()), perLoginMax, now);
        remember(overall, overallMax, now);
    }

    /** A secret was right: the failures before it are forgotten. */
    public synchronized void succeeded(String login) {
        failures.remove(login);
    }

    private void remember(Deque<Instant> times, int max, Instant now) {
        forget(times, now);
        if (times.size() >= max) {
            times.removeFirst();
        }
        times.addLast(now);
    }

    private void forget(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
            times.removeFirst();
        }
    }
}
