package org.cosmofab.orchestrator.preparation.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.preparation.PreparedProgram;
import org.cosmofab.orchestrator.preparation.PreparedPrograms;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prepared programs in the database and on disk. */
@ApplicationScoped
class StoredPrograms implements PreparedPrograms, PanacheRepositoryBase<ProgramRow, String> {
    private static final String INCOMING = "incoming-";

    /** Younger ones may be another process's work. */
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    private final Path root;
    private final RealTime time;

    StoredPrograms(@ConfigProperty(name = "cosmofab.data") Path data, RealTime time) {
        this.root = data.toAbsolutePath().normalize().resolve("programs");
        this.time = time;
    }

    /** Clears away what a crash left half written. */
    void start(@Observes StartupEvent event) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, INCOMING + "*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover)
                        .toInstant()
                        .isBefore(time.now().minus(LEFTOVER_AGE))) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + root, e);
        }
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<PreparedProgram> byRecipe(String recipe) {
        return findByIdOptional(recipe).map(ProgramRow::toProgram).filter(this::isWhole);
    }

    private boolean isWhole(PreparedProgram program) {
        try {
            return Files.size(file(program.hash())) == program.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    @Transactional
    public Optional<PreparedProgram> byHash(ProgramHash hash, MaterialId material) {
        return find("hash = ?1 and material = ?2 order by recipe", hash.value(), material.value())
                .firstResultOptional()
                .map(ProgramRow::toProgram);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(String recipe, PreparedProgram program, byte[] bytes) {
        write(program.hash(), bytes);
        // A file that was lost is made again, and slicers do not always make the same program twice.
        getEntityManager().merge(ProgramRow.of(recipe, program));
    }

    @Override
    public Path file(ProgramHash hash) {
        return root.resolve(hash.value() + ".gcode");
    }

    /** Whole or not at all, and on the disk before the database says that it is there. */
    private void write(ProgramHash hash, byte[] bytes) {
        Path target = file(hash);
        try {
            Files.createDirectories(root);
            Path fresh = Files.createTempFile(root, INCOMING, ".gcode");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(root, StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep program " + hash, e);
        }
    }
}
