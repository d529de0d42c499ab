package org.cosmofab.orchestrator.members.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often secrets may be guessed. A guess is taken before its secret is looked at and counts as wrong until it is
 * forgiven, so that guesses made at the same moment cannot pass the limit together.
 *
 * <p>Three limits hold, from the narrowest to the widest. None of them is one of a login alone: it would let any stranger lock
 * a named person out from everywhere.
 *
 * <ul>
 *   <li>One login from one address: a few, then wait. Whoever is at another address is not touched.
 *   <li>All logins from one address: more, for people of a workshop share one. It holds up who tries one secret on many names.
 *   <li>Everything from everywhere: guesses are not refused but spaced out, one in a while for all strangers together. Where a
 *       login has been right before at an address, the two are no strangers and do not wait: a crowd of addresses that guesses
 *       slows down itself and newcomers, not those who work here.
 * </ul>
 *
 * <p>Remembers a bounded number of logins and addresses, forgetting the oldest; safe for use by several threads. An address of
 * IPv6 counts with its network of 64 bits, of which one subscriber has all.
 */
public final class GuessLimit {
    private static final int REMEMBERED_MAX = 10_000;
    private static final int NETWORK_GROUPS = 4;

    private final Limits limits;
    private final Map<String, Deque<Instant>> pairs = new Recent<>();
    private final Map<String, Deque<Instant>> addresses = new Recent<>();
    private final Map<String, Instant> acquainted = new Recent<>();
    private final Deque<Instant> overall = new ArrayDeque<>();

    /**
     * How many guesses may be wrong.
     *
     * @param perPair of one login from one address
     * @param perAddress of all logins from one address
     * @param overall of strangers from everywhere; beyond it their guesses are spaced out
     * @param window real time after which a guess is forgotten
     * @param spacing real time between two guesses of strangers beyond the overall limit
     */
    public record Limits(int perPair, int perAddress, int overall, Duration window, Duration spacing) {}

    public GuessLimit(Limits limits) {
        this.limits = limits;
    }

    /** Keeps the newest entries only. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED_MAX;
        }
    }

    /** Takes a guess if it may be made now, and answers zero; else answers how long to wait, and nothing is taken. */
    public synchronized Duration take(String login, String address, Instant now) {
        String network = network(address);
        Deque<Instant> ofPair = pairs.computeIfAbsent(pair(login, network), key -> new ArrayDeque<>());
        Deque<Instant> ofAddress = addresses.computeIfAbsent(network, key -> new ArrayDeque<>());
        Duration wait = longest(
                wait(ofPair, limits.perPair(), now),
                wait(ofAddress, limits.perAddress(), now),
                acquainted.containsKey(pair(login, network)) ? Duration.ZERO : spacing(now));
        if (wait.isZero()) {
            ofPair.addLast(now);
            ofAddress.addLast(now);
            overall.addLast(now);
            if (overall.size() > limits.overall()) {
                overall.removeFirst();
            }
        }
        return wait;
    }

    /** The secret of a guess that was taken was right: it counts no more, nor do the wrong ones of that login before it. */
    public synchronized void forgive(String login, String address, Instant taken) {
        String network = network(address);
        pairs.remove(pair(login, network));
        overall.removeLastOccurrence(taken);
        Deque<Instant> ofAddress = addresses.get(network);
        if (ofAddress != null) {
            ofAddress.removeLastOccurrence(taken);
        }
        acquainted.remove(pair(login, network));
        acquainted.put(pair(login, network), taken);
    }

    private Duration wait(Deque<Instant> times, int max, Instant now) {
        forget(times, now);
        return times.size() < max
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(limits.window()));
    }

    private Duration spacing(Instant now) {
        forget(overall, now);
        if (overall.size() < limits.overall()) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, overall.getLast().plus(limits.spacing()));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void forget(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(limits.window()).isAfter(now)) {
            times.removeFirst();
        }
    }

    private static Duration longest(Duration... waits) {
        Duration longest = Duration.ZERO;
        for (Duration wait : waits) {
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    /** No login has a space. */
    private static String pair(String login, String network) {
        return network + " " + login;
    }

    /** Source: RFC 4291, section 2.5.4: the interface has the last 64 bits, four of the eight groups. */
    private static String network(String address) {
        boolean ofVersion4 = address.indexOf(':') < 0 || address.indexOf('.') >= 0;
        if (ofVersion4) {
            return address;
        }
        String[] halves = address.split("::", 2);
        String[] groups = halves[0].split(":");
        int known = halves[0].isEmpty() ? 0 : groups.length;
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_GROUPS; i++) {
            network.append(i < known ? groups[i] : "0").append(':');
        }
        return network.toString();
    }
}
