package org.cosmofab.orchestrator.preparation.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.preparation.PreparedProgram;
import org.cosmofab.orchestrator.preparation.PreparedPrograms;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prepared programs in the database and on disk. */
@ApplicationScoped
class StoredPrograms implements PreparedPrograms, PanacheRepositoryBase<ProgramRow, String> {
    private final Path root;

    StoredPrograms(@ConfigProperty(name = "cosmofab.data") Path data) {
        this.root = data.toAbsolutePath().normalize().resolve("programs");
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<PreparedProgram> byRecipe(String recipe) {
        return findByIdOptional(recipe)
                .map(ProgramRow::toProgram)
                .filter(program -> Files.exists(file(program.hash())));
    }

    @Override
    @Transactional
    public Optional<PreparedProgram> byHash(ProgramHash hash) {
        return find("hash", hash.value()).firstResultOptional().map(ProgramRow::toProgram);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(String recipe, PreparedProgram program, byte[] bytes) {
        write(program.hash(), bytes);
        if (findByIdOptional(recipe).isEmpty()) {
            persist(ProgramRow.of(recipe, program));
        }
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
            Path fresh = Files.createTempFile(root, "incoming-", ".gcode");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep program " + hash, e);
        }
    }
}
