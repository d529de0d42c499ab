package org.cosmofab.bridge.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The line journals of one owner, a file per attempt. Those of attempts that ended well are removed; the others stay until
 * a person dismisses them, the youngest {@value #KEPT_MAX} of them. For any thread.
 */
public final class JournalFolder implements AutoCloseable {
    /** How often what was noted is made to last. */
    public static final int SYNC_MILLIS = 100;

    /** Journals that are kept at most. */
    public static final int KEPT_MAX = 50;

    private static final Logger LOG = System.getLogger(JournalFolder.class.getName());
    private static final String ENDING = ".lines";

    private final Path directory;
    private final Set<LineJournal> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService syncing;

    /** Uses a directory, which is made when it is first needed. */
    public JournalFolder(Path directory) {
        this.directory = directory;
        this.syncing = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "line-journal");
            thread.setDaemon(true);
            return thread;
        });
        syncing.scheduleWithFixedDelay(this::syncAll, SYNC_MILLIS, SYNC_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void syncAll() {
        for (LineJournal journal : open) {
            try {
                journal.sync();
            } catch (UncheckedIOException e) {
                LOG.log(Level.WARNING, "line journals are not synced; a power cut now costs more lines", e);
            }
        }
    }

    /**
     * Begins the journal of an attempt and syncs it from now on.
     *
     * @throws JournalUnavailable if the disk does not take it
     */
    public LineJournal begin(JournalHeading heading) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot make " + directory, e);
        }
        forgetOldest();
        LineJournal journal = LineJournal.create(file(heading.attempt()), heading);
        open.add(journal);
        return journal;
    }

    /** Syncs a journal for the last time; its file stays. */
    public void end(LineJournal journal) {
        if (open.remove(journal)) {
            journal.close();
        }
    }

    /** What is known of an attempt's lines. */
    public Optional<LineRecord> find(String attempt) {
        Path file = file(attempt);
        return Files.exists(file) ? LineRecord.read(file) : Optional.empty();
    }

    /** What is kept, oldest first. */
    public List<LineRecord> kept() {
        return files().stream().flatMap(file -> LineRecord.read(file).stream()).toList();
    }

    /** Removes the journal of an attempt; without effect if there is none. */
    public boolean dismiss(String attempt) {
        try {
            return Files.deleteIfExists(file(attempt));
        } catch (IOException e) {
            throw new JournalUnavailable("cannot remove " + file(attempt), e);
        }
    }

    private void forgetOldest() {
        List<Path> files = files();
        for (Path file : files.subList(0, Math.max(0, files.size() - KEPT_MAX + 1))) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the old journal " + file + " cannot be removed", e);
            }
        }
    }

    private List<Path> files() {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = new ArrayList<>(
                    all.filter(file -> file.toString().endsWith(ENDING)).toList());
            files.sort(Comparator.comparing((Path file) -> file.toFile().lastModified())
                    .thenComparing(Comparator.naturalOrder()));
            return files;
        } catch (IOException e) {
            throw new JournalUnavailable("cannot list " + directory, e);
        }
    }

    private Path file(String attempt) {
        if (!attempt.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}")) {
            throw new IllegalArgumentException("\"" + attempt + "\" is no attempt: use letters, digits and . _ : -");
        }
        return directory.resolve(attempt + ENDING);
    }

    /** Syncs what is open and stops syncing. */
    @Override
    public void close() {
        syncing.shutdown();
        List.copyOf(open).forEach(this::end);
    }
}
