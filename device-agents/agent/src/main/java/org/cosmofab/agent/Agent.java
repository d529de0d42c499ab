package org.cosmofab.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.Command;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.agent.domain.ProgramSource;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.DataDirectory;
import org.cosmofab.agent.journal.EventOutbox;
import org.cosmofab.agent.journal.LineJournals;
import org.cosmofab.agent.posts.MachinePost;
import org.cosmofab.agent.posts.MachineSettings;
import org.cosmofab.agent.posts.Recovery;
import org.cosmofab.agent.posts.Workplace;
import org.cosmofab.agent.wire.WireMalformed;
import org.cosmofab.agent.wire.WireReader;
import org.cosmofab.agent.wire.WireWriter;
import org.cosmofab.bridge.machine.MachineStatus;

/** A running agent: from {@link #start} until {@link #close} it keeps its machines and its word. */
public final class Agent implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Agent.class.getName());
    private static final long MOMENT_MILLIS = 500;
    private static final long RESEND_MILLIS = 10_000;
    /** So that the first presence shows machines as they are; what takes longer is waited for by its assignments. */
    private static final long FIRST_TRY_SECONDS = 5;

    private final DataDirectory data;
    private final AttemptJournal journal;
    private final LineJournals lines;
    private final Link link;
    private final Map<MachineId, MachinePost> posts = new TreeMap<>();
    private final WireReader reader = new WireReader();
    private final Workers workers = new Workers();
    private final ProgramSource programs;
    private final EventOutbox outbox;
    private final CommandDesk desk;
    private final FloorWatch watch;
    private boolean closed;

    private Agent(
            AgentSettings settings,
            DataDirectory data,
            AttemptJournal journal,
            Function<String, Link> links,
            ProgramSource programs,
            Clocks clocks) {
        this.data = data;
        this.journal = journal;
        this.programs = programs;
        WireWriter writer = new WireWriter(settings.agent());
        Instant since = clocks.workshopNow();
        lines = new LineJournals(data);
        Recovery.endWhatIsOpen(journal, lines, settings.machines());
        link = links.apply(writer.presence(false, since, unheard(settings.machines())));
        Workplace place = new Workplace(journal, lines, programs, clocks, this::changed);
        settings.machines().forEach(machine -> posts.put(machine.machine(), new MachinePost(machine, place)));
        outbox = new EventOutbox(journal, link, workers.sending());
        desk = new CommandDesk(journal, outbox, posts, clocks, workers::receive);
        watch = new FloorWatch(posts.values(), journal, link, writer, since);
    }

    /**
     * Begins: tells what an earlier process left open, connects the machines and the link.
     *
     * @param links makes the link, given the presence that others shall see when this agent is gone
     * @throws org.cosmofab.agent.journal.DataDirectoryTaken if another agent works on the same directory
     * @throws org.cosmofab.agent.journal.JournalDamaged if what it must remember cannot be believed
     * @throws org.cosmofab.agent.journal.DiskUnavailable if the directory cannot be used
     */
    public static Agent start(
            AgentSettings settings, Function<String, Link> links, ProgramSource programs, Clocks clocks) {
        DataDirectory data = DataDirectory.claim(settings.data());
        try {
            AttemptJournal journal = new AttemptJournal(data, new WireWriter(settings.agent()), clocks);
            return start(journal, () -> new Agent(settings, data, journal, links, programs, clocks));
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** What cannot be begun leaves nothing behind. */
    private static Agent start(AttemptJournal journal, Supplier<Agent> made) {
        Agent agent;
        try {
            agent = made.get();
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
        try {
            agent.begin();
            return agent;
        } catch (RuntimeException e) {
            agent.close();
            throw e;
        }
    }

    /** The machines come first, so that the first that is shown of them is true. */
    private void begin() {
        journal.whenTold(outbox::wake);
        posts.values().forEach(MachinePost::start);
        CompletableFuture.allOf(posts.values().stream().map(MachinePost::tried).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, FIRST_TRY_SECONDS, TimeUnit.SECONDS)
                .thenRun(workers.guarded(this::open));
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        workers.every(MOMENT_MILLIS, watch::showMoment);
        workers.every(RESEND_MILLIS, outbox::lookAgain);
        link.open(new Link.Listener() {
            @Override
            public void connected() {
                workers.watch(watch::showPresence);
                outbox.connected();
            }

            @Override
            public void received(byte[] message) {
                workers.guarded(() -> hear(message)).run();
            }
        });
    }

    /** A stop waits for nothing that came before it. */
    private void hear(byte[] message) {
        try {
            Command command = reader.read(message);
            if (command instanceof Command.Stop) {
                command.giveTo(desk);
            } else {
                workers.receive(() -> command.giveTo(desk));
            }
        } catch (WireMalformed e) {
            LOG.log(Level.WARNING, "a command was refused: {0}", e.getMessage());
        }
    }

    private void changed() {
        workers.watch(watch::lookForChanges);
    }

    /**
     * Ends in order: running attempts are cancelled with their machines safe, which is told now if there is a link and else
     * by the next process. Blocks until then; closing twice is closing once.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        programs.close();
        workers.stopReceiving();
        posts.values().parallelStream().forEach(MachinePost::close);
        workers.watch(watch::showFarewell);
        workers.stopWatching();
        Workers.await(outbox.atRest());
        workers.close();
        link.close();
        lines.close();
        journal.close();
        data.close();
    }

    /** Names its machines. */
    @Override
    public String toString() {
        return "machines " + posts.keySet();
    }

    private static List<MachineView> unheard(List<MachineSettings> machines) {
        return machines.stream()
                .map(machine -> new MachineView(
                        machine.machine(),
                        machine.process(),
                        machine.dialect().name().toLowerCase(Locale.ROOT),
                        MachineStatus.State.UNKNOWN,
                        "",
                        false))
                .toList();
    }
}
