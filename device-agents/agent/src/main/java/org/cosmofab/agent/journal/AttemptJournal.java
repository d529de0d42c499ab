package org.cosmofab.agent.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.agent.domain.AcceptedAttempt;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.Event;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.MachineId;

/**
 * What an agent must still know after kill -9 and power loss. Every change is on the disk, synced, when its method returns,
 * together with the event that tells of it; a change that the disk does not take throws {@link DiskUnavailable} and has
 * not happened. For any thread.
 */
public final class AttemptJournal implements AutoCloseable {
    private static final Logger LOG = System.getLogger(AttemptJournal.class.getName());
    private static final long REWRITE_BYTES = 1 << 20;
    private static final int GROWTH = 4;

    /** Below what brokers keep for a reader that is away; Mosquitto keeps 1000. */
    static final int UNACKNOWLEDGED_MAX = 500;

    private final RecordLog log;
    private final JournalState state = new JournalState();
    private final EntryText text = new EntryText();
    private final Event.Writer events;
    private final Clocks clocks;
    private volatile Runnable whenTold = () -> {};
    private long rewriteAt = REWRITE_BYTES;
    /** By the sequence of the last event that told of it, in this process. */
    private final Map<MachineId, Long> lastChange = new HashMap<>();

    private long handedOut;

    /** Opens what is in the directory, or begins anew. */
    public AttemptJournal(DataDirectory directory, Event.Writer events, Clocks clocks) {
        this(RecordLog.open(directory.journal()), events, clocks);
    }

    /** Opens what is in the bytes that a simulation holds. */
    public AttemptJournal(LogFile file, Event.Writer events, Clocks clocks) {
        this(RecordLog.open(file), events, clocks);
    }

    private AttemptJournal(RecordLog.Opened opened, Event.Writer events, Clocks clocks) {
        this.events = events;
        this.clocks = clocks;
        log = opened.log();
        if (opened.bytesCutOff() > 0) {
            LOG.log(Level.DEBUG, "{0} torn bytes were cut off the journal", opened.bytesCutOff());
        }
        opened.records().forEach(record -> text.read(record).forEach(state::apply));
    }

    /** Has this called after each new event; it must return at once. */
    public void whenTold(Runnable listener) {
        whenTold = listener;
    }

    /** Remembers the highest fence, whatever the assignment's answer will be. */
    public synchronized void see(MachineId machine, long fence) {
        if (fence > state.fence(machine)) {
            keep(List.of(new Entry.Fenced(machine, fence)));
        }
    }

    public synchronized void refuse(Assignment a, Answer.Refused refused) {
        keep(
                List.of(new Entry.Refused(
                        a.attempt(), a.machine(), a.fence(), a.program().hash(), refused.code(), refused.detail())),
                new Happening.AttemptRefused(a.attempt(), a.fence(), a.machine(), refused));
    }

    /** @param lines the last line of the program */
    public synchronized void accept(Assignment a, int lines) {
        String hash = a.program().hash();
        keep(
                List.of(new Entry.Accepted(a.attempt(), a.machine(), a.fence(), hash, lines, clocks.workshopNow())),
                new Happening.AttemptAccepted(a.attempt(), a.fence(), a.machine(), hash));
    }

    public synchronized void start(AttemptId attempt, MachineId machine, String firmware) {
        keep(
                List.of(new Entry.Started(attempt, clocks.workshopNow())),
                new Happening.AttemptStarted(attempt, machine, firmware));
    }

    /**
     * Ends an open attempt; one that has ended stays as it is. The machine is no longer cleared.
     *
     * @param safe whether the machine is known to be at rest
     */
    public synchronized void end(AttemptEnd end, boolean safe) {
        if (state.open().stream().noneMatch(a -> a.attempt().equals(end.attempt()))) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Ended(end.attempt()));
        entries.add(uncleared(end.machine()));
        if (!safe) {
            entries.add(new Entry.Safety(end.machine(), false));
        }
        keep(entries, new Happening.AttemptEnded(end));
    }

    /**
     * Takes a person's word that a machine is ready, unless the machine was used since the word was given: a repeated or
     * late word says nothing of what lies on the bed now.
     *
     * @param sentAt real time
     * @return whether the machine is cleared now
     */
    public synchronized boolean clear(MachineId machine, Instant sentAt) {
        if (state.unclearedAt(machine).filter(sentAt::isBefore).isPresent()) {
            return false;
        }
        if (!state.cleared(machine)) {
            keep(List.of(new Entry.Cleared(machine)));
        }
        return true;
    }

    /**
     * A machine was stopped outside the order of things, so a person must look at it.
     *
     * @param safe whether it is known to be at rest
     */
    public synchronized void stopped(MachineId machine, boolean safe) {
        keep(List.of(uncleared(machine), new Entry.Safety(machine, safe)));
    }

    public synchronized void madeSafe(MachineId machine) {
        keep(List.of(new Entry.Safety(machine, true)));
    }

    /** Remembers that an attempt must not run if its assignment comes after all. */
    public synchronized void recall(AttemptId attempt, String by) {
        keep(List.of(new Entry.Recalled(attempt, by)));
    }

    /** Keeps an event that changes nothing here. */
    public synchronized void tell(Happening happening) {
        keep(List.of(), happening);
    }

    /**
     * Keeps how a machine is now. Takes the place of what was told of it before, if that was never handed out, so that a
     * machine that comes and goes while nobody listens does not fill the disk.
     */
    public synchronized void tell(Happening.MachineChanged change) {
        MachineId machine = change.view().machine();
        List<Entry> superseded = Optional.ofNullable(lastChange.get(machine))
                .filter(last -> last > handedOut && state.pending().containsKey(last))
                .<List<Entry>>map(last -> List.of(new Entry.Superseded(last)))
                .orElse(List.of());
        keep(superseded, change);
        lastChange.put(machine, state.sequence());
    }

    /** Forgets the events up to a sequence; of a number that was never given out, nothing is believed. */
    public synchronized void acknowledge(long upTo) {
        if (upTo > state.sequence()) {
            LOG.log(Level.WARNING, "acknowledgement of {0} ignored: {1} is the last event", upTo, state.sequence());
        } else if (!state.pending().headMap(upTo, true).isEmpty()) {
            keep(List.of(new Entry.Acknowledged(upTo)));
        }
    }

    /** The first unacknowledged event behind a sequence. */
    synchronized Optional<Map.Entry<Long, String>> pendingAfter(long sequence) {
        return Optional.ofNullable(state.pending().higherEntry(sequence));
    }

    /** The first unacknowledged event behind a sequence, to be sent; none while too many were and are unacknowledged. */
    synchronized Optional<Map.Entry<Long, String>> handOutAfter(long sequence) {
        if (state.pending().headMap(sequence, true).size() >= UNACKNOWLEDGED_MAX) {
            return Optional.empty();
        }
        Optional<Map.Entry<Long, String>> next = pendingAfter(sequence);
        next.ifPresent(event -> handedOut = Math.max(handedOut, event.getKey()));
        return next;
    }

    public synchronized Optional<KnownAttempt> known(AttemptId attempt) {
        return state.known(attempt);
    }

    /** Whether an attempt was refused or has ended. */
    public synchronized boolean isOver(AttemptId attempt) {
        return state.known(attempt).isPresent()
                && state.open().stream().noneMatch(open -> open.attempt().equals(attempt));
    }

    public synchronized List<AcceptedAttempt> open() {
        return state.open();
    }

    /** Accepted attempts that have ended, oldest first. */
    public synchronized List<AttemptId> ended() {
        return state.ended();
    }

    public synchronized Optional<String> recalledBy(AttemptId attempt) {
        return state.recalledBy(attempt);
    }

    /** The highest fence seen, 0 if none. */
    public synchronized long fence(MachineId machine) {
        return state.fence(machine);
    }

    public synchronized boolean cleared(MachineId machine) {
        return state.cleared(machine);
    }

    /** Whether the machine is known to be at rest after its last attempt. */
    public synchronized boolean safe(MachineId machine) {
        return state.safe(machine);
    }

    @Override
    public synchronized void close() {
        try {
            log.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the journal could not be closed", e);
        }
    }

    /** To the millisecond, as others may tell when they looked no more exactly. */
    private Entry uncleared(MachineId machine) {
        return new Entry.Uncleared(machine, clocks.real().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void keep(List<Entry> entries, Happening... happenings) {
        List<Entry> record = new ArrayList<>(entries);
        // A journal that begins anew numbers above any that was lost: its first sequence is the real time.
        long sequence = state.sequence() > 0 ? state.sequence() : clocks.real().millis();
        for (Happening happening : happenings) {
            sequence++;
            record.add(new Entry.Told(sequence, events.write(new Event(sequence, clocks.workshopNow(), happening))));
        }
        log.append(text.write(record));
        record.forEach(state::apply);
        if (happenings.length > 0) {
            whenTold.run();
        }
        if (log.length() > rewriteAt) {
            rewrite();
        }
    }

    /** What was to be kept is on the disk already, so a rewrite that fails costs only room. */
    private void rewrite() {
        try {
            log.replaceAll(text.write(state.snapshot()));
        } catch (DiskUnavailable e) {
            LOG.log(Level.WARNING, "the journal was not made smaller", e);
        }
        rewriteAt = Math.max(REWRITE_BYTES, GROWTH * log.length());
    }
}
