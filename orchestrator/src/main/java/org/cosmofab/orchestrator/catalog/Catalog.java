package org.cosmofab.orchestrator.catalog;

import io.quarkus.arc.Lock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;

/** The designs this workshop can make. Fires {@link VersionPublished}. */
@ApplicationScoped
public class Catalog {
    private final PublishedVersions published;
    private final Parties parties;
    private final Clock clock;
    private final Event<VersionPublished> events;
    private final DesignReader reader = new DesignReader();
    private final DesignRepository repositories;
    private final Map<DesignVersionId, DesignVersion> known = new ConcurrentHashMap<>();

    Catalog(PublishedVersions published, Parties parties, Clock clock, Event<VersionPublished> events) {
        this.published = published;
        this.parties = parties;
        this.clock = clock;
        this.events = events;
        this.repositories = new DesignRepository(PullLimits.standard(), false, clock);
    }

    /** Publishes a version from a folder; the same content again answers the version that is there. */
    @Lock
    public Result<DesignVersion> publish(Path folder, PartyId publisher) {
        if (!Files.isDirectory(folder)) {
            return Result.refused(Refusal.of(CatalogRefusal.FOLDER_UNKNOWN, folder.getFileName() + " is no folder"));
        }
        return publish(folder, publisher, "", reader.read(folder));
    }

    /** Publishes the design in a folder of a git repository at a ref. */
    @Lock
    public Result<DesignVersion> pull(String repository, String ref, String folder, PartyId publisher) {
        Path into = published.scratch();
        try {
            return repositories
                    .pull(repository, ref, into)
                    .fold(
                            pulled -> publishPulled(repository, folder, publisher, pulled),
                            refused -> Result.refused(refusal(refused)));
        } catch (RepositoryUnreachable e) {
            return Result.refused(Refusal.of(CatalogRefusal.REPOSITORY_UNREACHABLE, e.getMessage()));
        }
    }

    private Result<DesignVersion> publishPulled(
            String repository, String folder, PartyId publisher, PullResult.Pulled pulled) {
        Path design = pulled.folder().resolve(folder).normalize();
        if (!design.startsWith(pulled.folder()) || !Files.isDirectory(design)) {
            return Result.refused(Refusal.of(
                    CatalogRefusal.FOLDER_UNKNOWN, "commit " + pulled.commit() + " has no folder '" + folder + "'"));
        }
        String origin = repository + " " + pulled.commit();
        return publish(design, publisher, origin, reader.read(design, Optional.of(repository)));
    }

    private Result<DesignVersion> publish(Path folder, PartyId publisher, String origin, ReadDesign read) {
        if (!read.isPublishable()) {
            return Result.refused(refusal(read));
        }
        DesignVersionId id =
                new DesignVersionId(read.contentHash().orElseThrow().hex());
        Optional<DesignVersion> there = version(id);
        if (there.isPresent()) {
            return Result.done(there.get());
        }
        Published record = new Published(
                id,
                Reading.slug(read),
                read.manifest().orElseThrow().version().orElse("1"),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                publisher,
                origin);
        DesignVersion version = Reading.version(read, record);
        published.keep(id, folder);
        read.contributions().contributions().forEach(this::meet);
        published.add(record);
        events.fire(new VersionPublished(id));
        known.put(id, version);
        return Result.done(version);
    }

    /** Designers of pulled designs can be owed a share: they become parties, by the id that the design gives them. */
    private void meet(Contribution work) {
        PartyId party = Reading.party(work.party());
        if (parties.find(party).isEmpty()) {
            parties.register(new Party(party, Party.Kind.PERSON, work.name(), Standing.COMMONER, false))
                    .orThrow();
        }
    }

    public Optional<DesignVersion> version(DesignVersionId id) {
        DesignVersion cached = known.get(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        return published.find(id).map(this::load);
    }

    private DesignVersion load(Published record) {
        ReadDesign read = reader.read(published.folder(record.version()));
        String found = read.contentHash().map(h -> h.hex()).orElse("nothing readable");
        if (!found.equals(record.version().value())) {
            throw new IllegalStateException(
                    "the files of design version " + record.version() + " were changed on disk: found " + found);
        }
        DesignVersion version = Reading.version(read, record);
        known.put(record.version(), version);
        return version;
    }

    /** The newest version of each design, by slug. */
    public List<DesignVersion> newest() {
        Map<String, Published> newest = new LinkedHashMap<>();
        published.all().forEach(record -> newest.putIfAbsent(record.slug(), record));
        return newest.values().stream()
                .sorted(java.util.Comparator.comparing(Published::slug))
                .map(record -> version(record.version()).orElseThrow())
                .toList();
    }

    /** All versions of a design, newest first. */
    public List<DesignVersion> versions(String slug) {
        return published.all().stream()
                .filter(record -> record.slug().equals(slug))
                .map(record -> version(record.version()).orElseThrow())
                .toList();
    }

    /** Where a version was pulled from: repository and commit; empty text if it was published from a folder. */
    public String origin(DesignVersionId id) {
        return published.find(id).map(Published::origin).orElse("");
    }

    /**
     * A file of a version; the version's files were verified when it was loaded.
     *
     * @return empty if the version has no such file
     */
    public Optional<Path> file(DesignVersionId id, String path) {
        if (version(id).isEmpty()) {
            return Optional.empty();
        }
        Path folder = published.folder(id);
        Path file = folder.resolve(path).normalize();
        boolean inside = file.startsWith(folder) && Files.isRegularFile(file) && !Files.isSymbolicLink(file);
        return inside ? Optional.of(file) : Optional.empty();
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
