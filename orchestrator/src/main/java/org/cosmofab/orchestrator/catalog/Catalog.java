package org.cosmofab.orchestrator.catalog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.cosmofab.designs.DesignReader;
import org.cosmofab.designs.ReadDesign;
import org.cosmofab.designs.finding.Finding;
import org.cosmofab.designs.git.DesignRepository;
import org.cosmofab.designs.git.PullLimits;
import org.cosmofab.designs.git.PullResult;
import org.cosmofab.designs.git.RepositoryUnreachable;
import org.cosmofab.designs.sidecar.Contribution;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The designs this workshop can make. Fires {@link VersionPublished}. */
@ApplicationScoped
public class Catalog {
    private static final Logger LOG = Logger.getLogger(Catalog.class);

    private static final int RETRY_AFTER_SECONDS = 60;

    private final PublishedVersions published;
    private final Parties parties;
    private final Clock clock;
    private final Event<VersionPublished> events;
    private final DesignReader reader = new DesignReader();
    private final DesignRepository repositories;
    private final Map<DesignVersionId, Kept> known = new ConcurrentHashMap<>();
    /** Every page would read and hash them again. */
    private final Set<DesignVersionId> damaged = ConcurrentHashMap.newKeySet();

    private final ReentrantLock recording = new ReentrantLock();

    Catalog(
            PublishedVersions published,
            Parties parties,
            Clock clock,
            RealTime realTime,
            Event<VersionPublished> events,
            @ConfigProperty(name = "cosmofab.catalog.local-repositories", defaultValue = "false")
                    boolean localRepositories) {
        this.published = published;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
        this.repositories = new DesignRepository(PullLimits.standard(), localRepositories, new RealClock(realTime));
    }

    /**
     * Publishes a version from a folder; the same content again answers the version that is there, and mends its files
     * if they were damaged on disk.
     */
    public Result<DesignVersion> publish(Path folder, PartyId publisher) {
        if (!Files.isDirectory(folder)) {
            return Result.refused(Refusal.of(
                    CatalogRefusal.FOLDER_UNKNOWN, folder + " is no folder; give the one that holds the manifest"));
        }
        return publish(folder, publisher, "", reader.read(folder));
    }

    /** Publishes the design in a folder of a git repository at a ref. */
    public Result<DesignVersion> pull(String repository, String ref, String folder, PartyId publisher) {
        Path into = published.scratch();
        try {
            return repositories
                    .pull(repository, ref, into)
                    .fold(
                            pulled -> publishPulled(repository, folder, publisher, pulled),
                            refused -> Result.refused(refusal(refused)));
        } catch (RepositoryUnreachable e) {
            return Result.refused(Refusal.of(
                            CatalogRefusal.REPOSITORY_UNREACHABLE,
                            e.getMessage() + "; check the address, or try again later")
                    .with("retryAfterSeconds", RETRY_AFTER_SECONDS));
        } finally {
            published.discard(into);
        }
    }

    private Result<DesignVersion> publishPulled(
            String repository, String folder, PartyId publisher, PullResult.Pulled pulled) {
        Optional<Path> design = inside(pulled.folder(), folder);
        if (design.isEmpty()) {
            return Result.refused(Refusal.of(
                    CatalogRefusal.FOLDER_UNKNOWN,
                    "commit " + pulled.commit() + " has no folder '" + folder
                            + "'; give the one that holds the manifest"));
        }
        String origin = repository + " " + pulled.commit();
        return publish(design.get(), publisher, origin, reader.read(design.get(), Optional.of(repository)));
    }

    private static Optional<Path> inside(Path root, String folder) {
        try {
            Path path = root.resolve(folder).normalize();
            return path.startsWith(root) && Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Result<DesignVersion> publish(Path folder, PartyId publisher, String origin, ReadDesign read) {
        if (!read.isPublishable()) {
            return Result.refused(refusal(read));
        }
        // Only recording waits for others; to read, to hash and to pull takes long and hinders nobody.
        recording.lock();
        try {
            return Result.done(record(folder, publisher, origin, read));
        } finally {
            recording.unlock();
        }
    }

    private DesignVersion record(Path folder, PartyId publisher, String origin, ReadDesign read) {
        DesignVersionId id =
                new DesignVersionId(read.contentHash().orElseThrow().hex());
        published.keep(id, folder, read.version().orElseThrow());
        Published record = published.find(id).orElseGet(() -> add(id, publisher, origin, read));
        damaged.remove(id);
        return known.computeIfAbsent(id, i -> kept(read, record)).version();
    }

    /** All or nothing: who listens may write into the same transaction. Once, whoever else uses the database. */
    private Published add(DesignVersionId id, PartyId publisher, String origin, ReadDesign read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            published.hold();
            Optional<Published> meanwhile = published.find(id);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            Published record = new Published(
                    id,
                    slug(read, publisher, origin),
                    Reading.release(read),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    publisher,
                    origin);
            read.contributions().contributions().forEach(this::meet);
            published.add(record);
            events.fire(new VersionPublished(id));
            return record;
        });
    }

    private static Kept kept(ReadDesign read, Published record) {
        return new Kept(Reading.version(read, record), read.version().orElseThrow());
    }

    /** A design keeps its short name; a stranger's design of the same title gets another one. */
    private String slug(ReadDesign read, PartyId publisher, String origin) {
        String base = Reading.slug(read);
        List<Published> all = published.all();
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? base : base + "-" + n)
                .filter(slug -> all.stream()
                        .filter(other -> other.slug().equals(slug))
                        .allMatch(other -> other.publisher().equals(publisher) || other.isFrom(origin)))
                .findFirst()
                .orElseThrow();
    }

    /** Designers of pulled designs can be owed a share: they become parties, by the id that the design gives them. */
    private void meet(Contribution work) {
        PartyId party = Reading.party(work.party());
        if (parties.find(party).isEmpty()) {
            parties.register(new Party(party, Party.Kind.PERSON, work.name(), Standing.COMMONER, false))
                    .orThrow();
        }
    }

    /**
     * A version; empty if there is none, or if its files on disk are not what was published. What was found damaged is not looked
     * at again before it is published again, or we start anew.
     */
    public Optional<DesignVersion> version(DesignVersionId id) {
        return find(id).map(Kept::version);
    }

    private Optional<Kept> find(DesignVersionId id) {
        Kept cached = known.get(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        return damaged.contains(id) ? Optional.empty() : published.find(id).flatMap(this::load);
    }

    private Optional<Kept> load(Published record) {
        DesignVersionId id = record.version();
        Path folder = published.folder(id);
        if (Files.isDirectory(folder)) {
            ReadDesign read = reader.read(folder);
            if (read.contentHash().filter(h -> h.hex().equals(id.value())).isPresent()
                    && read.manifest().isPresent()) {
                return Optional.of(known.computeIfAbsent(id, i -> kept(read, record)));
            }
        }
        if (damaged.add(id)) {
            LOG.errorf(
                    "the files of design %s, version %s, were changed on disk in %s; publish the version again",
                    record.slug(), id, folder);
        }
        return Optional.empty();
    }

    /** The newest version of each design, by slug. */
    public List<DesignVersion> newest() {
        Map<String, Published> newest = new LinkedHashMap<>();
        for (Published record : published.all()) {
            if (!newest.containsKey(record.slug()) && version(record.version()).isPresent()) {
                newest.put(record.slug(), record);
            }
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(Published::slug))
                .map(record -> version(record.version()).orElseThrow())
                .toList();
    }

    /** All versions of a design, newest first. */
    public List<DesignVersion> versions(String slug) {
        return published.all().stream()
                .filter(record -> record.slug().equals(slug))
                .flatMap(record -> version(record.version()).stream())
                .toList();
    }

    /** Where a version was pulled from: repository and commit; empty text if it was published from a folder. */
    public String origin(DesignVersionId id) {
        return published.find(id).map(Published::origin).orElse("");
    }

    /**
     * A file of a version, verified at this moment.
     *
     * @return empty if the version has no such file, or if it is not what was published
     */
    public Optional<Path> file(DesignVersionId id, String path) {
        return find(id).flatMap(kept -> kept.file(published.folder(id), path));
    }

    private static Refusal refusal(ReadDesign read) {
        List<Finding> errors =
                read.findings().stream().filter(Finding::blocksPublishing).toList();
        Finding first = errors.get(0);
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        return Refusal.of(
                        CatalogRefusal.DESIGN_HAS_ERRORS,
                        first.place() + ": " + first.message(Locale.ENGLISH) + " " + first.remedy(Locale.ENGLISH)
                                + more)
                .with("code", first.code().slug())
                .with("errors", errors.size());
    }

    private static Refusal refusal(PullResult.Refused refused) {
        CatalogRefusal kind = switch (refused.refusal()) {
            case ADDRESS_REFUSED, HOST_REFUSED, REF_REFUSED -> CatalogRefusal.REPOSITORY_REFUSED;
            case REF_UNKNOWN -> CatalogRefusal.REF_UNKNOWN;
            case OVER_LIMIT -> CatalogRefusal.REPOSITORY_TOO_LARGE;
            case TREE_UNSAFE -> CatalogRefusal.REPOSITORY_UNSAFE;
            case FOLDER_NOT_EMPTY -> throw new IllegalStateException(refused.detail());
        };
        return Refusal.of(kind, refused.detail());
    }
}
