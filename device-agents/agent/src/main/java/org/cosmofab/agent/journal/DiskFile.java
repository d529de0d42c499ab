package org.cosmofab.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A journal's bytes on a disk. */
final class DiskFile implements LogFile {
    private final Path file;
    private FileChannel channel;

    private DiskFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DiskFile open(Path file) throws IOException {
        boolean isNew = Files.notExists(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (isNew) {
            syncDirectory(file);
        }
        return new DiskFile(file, channel);
    }

    @Override
    public byte[] read() throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public void truncate(long length) throws IOException {
        channel.truncate(length);
    }

    @Override
    public void write(byte[] bytes, long position) throws IOException {
        writeFully(channel, bytes, position);
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void replace(byte[] bytes) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        FileChannel fresh = FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            writeFully(fresh, bytes, 0);
            fresh.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        FileChannel old = channel;
        channel = fresh;
        old.close();
        syncDirectory(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private static void writeFully(FileChannel channel, byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    /** A new name in a directory survives power loss only once the directory is synced too. */
    private static void syncDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
