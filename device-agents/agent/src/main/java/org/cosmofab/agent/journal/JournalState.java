package org.cosmofab.agent.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cosmofab.agent.domain.AcceptedAttempt;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.MachineId;

/** What the entries of a journal add up to. Not thread-safe. */
final class JournalState {
    /** Older ones are still refused, by their fence. */
    static final int ATTEMPTS_MAX = 10_000;

    private final Map<MachineId, MachineState> machines = new TreeMap<>();
    private final Map<AttemptId, Entry> answers = new LinkedHashMap<>();
    private final Map<AttemptId, AcceptedAttempt> open = new LinkedHashMap<>();
    private final Map<AttemptId, String> recalled = new LinkedHashMap<>();
    private final NavigableMap<Long, String> pending = new TreeMap<>();
    private long sequence;

    private record MachineState(long fence, boolean cleared, Optional<Instant> unclearedAt, boolean safe) {
        static final MachineState FRESH = new MachineState(0, false, Optional.empty(), true);
    }

    void apply(Entry entry) {
        if (entry instanceof Entry.Fenced e) {
            change(e.machine(), m -> new MachineState(Math.max(m.fence, e.fence()), m.cleared, m.unclearedAt, m.safe));
        } else if (entry instanceof Entry.Cleared e) {
            change(e.machine(), m -> new MachineState(m.fence, true, m.unclearedAt, m.safe));
        } else if (entry instanceof Entry.Uncleared e) {
            change(e.machine(), m -> new MachineState(m.fence, false, Optional.of(e.at()), m.safe));
        } else if (entry instanceof Entry.Safety e) {
            change(e.machine(), m -> new MachineState(m.fence, m.cleared, m.unclearedAt, e.safe()));
        } else if (entry instanceof Entry.Told e) {
            sequence = Math.max(sequence, e.sequence());
            pending.put(e.sequence(), e.message());
        } else if (entry instanceof Entry.Acknowledged e) {
            pending.headMap(e.upTo(), true).clear();
        } else if (entry instanceof Entry.Superseded e) {
            pending.remove(e.sequence());
        } else if (entry instanceof Entry.Numbered e) {
            sequence = Math.max(sequence, e.sequence());
        } else {
            applyToAttempts(entry);
        }
    }

    private void applyToAttempts(Entry entry) {
        if (entry instanceof Entry.Accepted e) {
            answers.put(e.attempt(), e);
            recalled.remove(e.attempt());
            open.put(e.attempt(), new AcceptedAttempt(e.attempt(), e.machine(), e.lines(), e.at(), Optional.empty()));
        } else if (entry instanceof Entry.Refused e) {
            answers.put(e.attempt(), e);
            recalled.remove(e.attempt());
        } else if (entry instanceof Entry.Started e) {
            open.computeIfPresent(
                    e.attempt(),
                    (id, a) -> new AcceptedAttempt(id, a.machine(), a.lines(), a.acceptedAt(), Optional.of(e.at())));
        } else if (entry instanceof Entry.Ended e) {
            open.remove(e.attempt());
        } else if (entry instanceof Entry.Recalled e) {
            recalled.put(e.attempt(), e.by());
        }
        forgetOldest(answers);
        forgetOldest(recalled);
    }

    /** The entries that lead to this state from nothing. */
    List<Entry> snapshot() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Numbered(sequence));
        machines.forEach((id, m) -> {
            entries.add(new Entry.Fenced(id, m.fence));
            m.unclearedAt.ifPresent(at -> entries.add(new Entry.Uncleared(id, at)));
            if (m.cleared) {
                entries.add(new Entry.Cleared(id));
            }
            entries.add(new Entry.Safety(id, m.safe));
        });
        answers.forEach((id, answer) -> {
            entries.add(answer);
            if (answer instanceof Entry.Accepted && !open.containsKey(id)) {
                entries.add(new Entry.Ended(id));
            }
        });
        open.values().forEach(a -> a.startedAt().ifPresent(at -> entries.add(new Entry.Started(a.attempt(), at))));
        recalled.forEach((id, by) -> entries.add(new Entry.Recalled(id, by)));
        pending.forEach((number, message) -> entries.add(new Entry.Told(number, message)));
        return entries;
    }

    long sequence() {
        return sequence;
    }

    NavigableMap<Long, String> pending() {
        return pending;
    }

    Optional<KnownAttempt> known(AttemptId attempt) {
        Entry answer = answers.get(attempt);
        if (answer instanceof Entry.Accepted a) {
            return Optional.of(new KnownAttempt(
                    attempt, a.machine(), a.fence(), a.programHash(), Optional.of(new Answer.Accepted())));
        }
        if (answer instanceof Entry.Refused r) {
            Answer refused = new Answer.Refused(r.code(), r.detail());
            return Optional.of(
                    new KnownAttempt(attempt, r.machine(), r.fence(), r.programHash(), Optional.of(refused)));
        }
        return Optional.empty();
    }

    List<AcceptedAttempt> open() {
        return List.copyOf(open.values());
    }

    List<AttemptId> ended() {
        return answers.entrySet().stream()
                .filter(e -> e.getValue() instanceof Entry.Accepted && !open.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<String> recalledBy(AttemptId attempt) {
        return Optional.ofNullable(recalled.get(attempt));
    }

    long fence(MachineId machine) {
        return machine(machine).fence;
    }

    boolean cleared(MachineId machine) {
        return machine(machine).cleared;
    }

    Optional<Instant> unclearedAt(MachineId machine) {
        return machine(machine).unclearedAt;
    }

    boolean safe(MachineId machine) {
        return machine(machine).safe;
    }

    private MachineState machine(MachineId machine) {
        return machines.getOrDefault(machine, MachineState.FRESH);
    }

    private void change(MachineId machine, UnaryOperator<MachineState> change) {
        machines.put(machine, change.apply(machine(machine)));
    }

    private void forgetOldest(Map<AttemptId, ?> attempts) {
        Iterator<AttemptId> oldest = attempts.keySet().iterator();
        while (attempts.size() > ATTEMPTS_MAX && oldest.hasNext()) {
            if (!open.containsKey(oldest.next())) {
                oldest.remove();
            }
        }
    }
}
