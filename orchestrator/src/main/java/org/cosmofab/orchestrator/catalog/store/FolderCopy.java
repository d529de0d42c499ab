package org.cosmofab.orchestrator.catalog.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.content.DesignFile;
import org.cosmofab.designs.content.DesignVersion;

/** Copies exactly the files of a version, byte for byte, onto the disk. */
final class FolderCopy {

    private FolderCopy() {}

    /**
     * @throws IOException also if a file is no longer what the version names
     */
    static void copy(Path from, Path to, DesignVersion version) throws IOException {
        Set<Path> folders = new TreeSet<>(Set.of(to));
        Files.createDirectories(to);
        for (DesignFile file : version.files().values()) {
            byte[] bytes = Files.readAllBytes(from.resolve(file.path()));
            if (!ContentHash.of(bytes).equals(file.sha256())) {
                throw new IOException(file.path() + " changed while the design was published; publish it again");
            }
            Path target = to.resolve(file.path());
            Files.createDirectories(target.getParent());
            for (Path folder = target.getParent(); folders.add(folder); folder = folder.getParent()) {
                // Takes note of every folder on the way.
            }
            write(target, bytes);
        }
        for (Path folder : folders) {
            Folders.force(folder);
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
