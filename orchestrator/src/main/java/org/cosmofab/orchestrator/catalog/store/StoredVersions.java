package org.cosmofab.orchestrator.catalog.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cosmofab.designs.DesignReader;
import org.cosmofab.designs.content.DesignVersion;
import org.cosmofab.orchestrator.catalog.Published;
import org.cosmofab.orchestrator.catalog.PublishedVersions;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Published versions in the database and on disk. */
@ApplicationScoped
class StoredVersions implements PublishedVersions, PanacheRepositoryBase<DesignRow, String> {
    private static final String INCOMING = "incoming-";

    /** Younger ones may be another process's work. */
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    private final Path root;
    private final IdSource ids;
    private final RealTime time;
    private final DesignReader reader = new DesignReader();

    StoredVersions(@ConfigProperty(name = "cosmofab.data") Path data, IdSource ids, RealTime time) {
        this.root = data.toAbsolutePath().normalize().resolve("designs");
        this.ids = ids;
        this.time = time;
    }

    @Override
    @Transactional
    public Optional<Published> find(DesignVersionId version) {
        return findByIdOptional(version.value()).map(DesignRow::toPublished);
    }

    @Override
    @Transactional
    public List<Published> all() {
        return find("order by publishedAt desc, hash").stream()
                .map(DesignRow::toPublished)
                .toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold() {
        getEntityManager()
                .createNativeQuery("select id from design_recording where id = 1 for update", Integer.class)
                .getSingleResult();
    }

    @Override
    @Transactional
    public void add(Published published) {
        persist(DesignRow.of(published, ids.issuer()));
    }

    @Override
    public Path folder(DesignVersionId version) {
        return root.resolve(version.value());
    }

    @Override
    public void keep(DesignVersionId version, Path from, DesignVersion files) {
        Path target = folder(version);
        if (Files.isDirectory(target) && reader.verify(target, files.hash())) {
            return;
        }
        Path copy = scratch();
        try {
            FolderCopy.copy(from, copy, files);
            Folders.delete(target);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            Folders.force(root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the files of " + version, e);
        } finally {
            discard(copy);
        }
    }

    @Override
    public Path scratch() {
        try {
            Files.createDirectories(root);
            return root.resolve(INCOMING + ids.next());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + root, e);
        }
    }

    @Override
    public void discard(Path scratch) {
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + scratch, e);
        }
    }

    /** Clears away what a crash left half pulled or half copied. */
    void start(@Observes StartupEvent event) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, "{" + INCOMING + ",.pull-}*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover)
                        .toInstant()
                        .isBefore(time.now().minus(LEFTOVER_AGE))) {
                    Folders.delete(leftover);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + root, e);
        }
    }
}
