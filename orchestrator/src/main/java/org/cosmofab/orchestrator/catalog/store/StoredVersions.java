package org.cosmofab.orchestrator.catalog.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.Published;
import org.cosmofab.orchestrator.catalog.PublishedVersions;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Published versions in the database and on disk. */
@ApplicationScoped
class StoredVersions implements PublishedVersions, PanacheRepositoryBase<DesignRow, String> {
    private final Path root;
    private final IdSource ids;

    StoredVersions(@ConfigProperty(name = "cosmofab.data") Path data, IdSource ids) {
        this.root = data.toAbsolutePath().normalize().resolve("designs");
        this.ids = ids;
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
    @Transactional
    public void add(Published published) {
        persist(DesignRow.of(published, ids.issuer()));
    }

    @Override
    public Path folder(DesignVersionId version) {
        return root.resolve(version.value());
    }

    @Override
    public void keep(DesignVersionId version, Path from) {
        Path target = folder(version);
        if (Files.exists(target)) {
            return;
        }
        Path copy = scratch();
        try {
            copy(from, copy);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the files of " + version, e);
        }
    }

    @Override
    public Path scratch() {
        try {
            Files.createDirectories(root);
            return root.resolve("incoming-" + ids.next());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + root, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path relative = from.relativize(file);
                if (relative.startsWith(".git")) {
                    continue;
                }
                Path target = to.resolve(relative.toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
