package org.cosmofab.designs.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/** Lists and hashes the files of one folder, or says why it must not be trusted. */
public final class FolderListing {

    private static final String GIT_FOLDER = ".git";

    private final Path folder;
    private final FolderLimits limits;
    private final Findings findings;
    private final List<DesignFile> files = new ArrayList<>();
    private final Map<String, String> namesByLowerCase = new HashMap<>();
    private boolean trustworthy = true;
    private long totalBytes;

    private FolderListing(Path folder, FolderLimits limits, Findings findings) {
        this.folder = folder;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * The folder's version; empty if a finding makes a listing meaningless (a link that leaves, a limit, two names that
     * differ in case only).
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static Optional<DesignVersion> read(Path folder, FolderLimits limits, Findings findings) {
        try {
            Path real = folder.toRealPath();
            FolderListing listing = new FolderListing(real, limits, findings);
            listing.walk();
            return listing.trustworthy ? Optional.of(DesignVersion.of(listing.files)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the design in " + folder, e);
        }
    }

    private void walk() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                return path.equals(folder) ? FileVisitResult.CONTINUE : enter(path);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                return visit(path, attributes);
            }
        });
    }

    private FileVisitResult enter(Path path) {
        if (path.getFileName().toString().equals(GIT_FOLDER)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!nameIsGood(path)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (folder.relativize(path).getNameCount() > limits.depthMax()) {
            refuse(FindingCode.FOLDER_OVER_LIMIT, name(path), "folders", String.valueOf(limits.depthMax()));
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult visit(Path path, BasicFileAttributes attributes) throws IOException {
        // A file called .git is how a submodule or a linked work tree points at its store.
        if (path.getFileName().toString().equals(GIT_FOLDER) || !nameIsGood(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (files.size() >= limits.filesMax()) {
            refuse(FindingCode.FOLDER_OVER_LIMIT, "", "files", String.valueOf(limits.filesMax()));
            return FileVisitResult.TERMINATE;
        }
        if (attributes.isSymbolicLink() && !linkIsGood(path)) {
            return FileVisitResult.CONTINUE;
        }
        return add(path);
    }

    private FileVisitResult add(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            refuse(FindingCode.NAME_UNSAFE, name(path), name(path));
            return FileVisitResult.CONTINUE;
        }
        long bytes = Files.size(path);
        if (bytes > limits.fileBytesMax()) {
            refuse(FindingCode.FILE_OVER_LIMIT, name(path), name(path), String.valueOf(limits.fileBytesMax()));
            return FileVisitResult.CONTINUE;
        }
        totalBytes += bytes;
        if (totalBytes > limits.totalBytesMax()) {
            refuse(FindingCode.FOLDER_OVER_LIMIT, "", "bytes", String.valueOf(limits.totalBytesMax()));
            return FileVisitResult.TERMINATE;
        }
        files.add(hash(path));
        return FileVisitResult.CONTINUE;
    }

    private DesignFile hash(Path path) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        long bytes = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        return new DesignFile(name(path), bytes, ContentHash.ofDigest(digest.digest()));
    }

    private boolean nameIsGood(Path path) {
        String name = name(path);
        if (!SafePath.isSafeName(path.getFileName().toString())) {
            refuse(FindingCode.NAME_UNSAFE, "", SafePath.printable(name));
            return false;
        }
        String other = namesByLowerCase.putIfAbsent(SafePath.caseless(name), name);
        if (other != null) {
            refuse(FindingCode.NAME_CASE_COLLISION, name, name, other);
            return false;
        }
        return true;
    }

    private boolean linkIsGood(Path link) throws IOException {
        if (!Files.exists(link)) {
            refuse(FindingCode.SYMLINK_NOT_A_FILE, name(link), name(link));
            return false;
        }
        Path target = link.toRealPath();
        if (!target.startsWith(folder) || insideGit(target)) {
            refuse(FindingCode.SYMLINK_LEAVES, name(link), name(link));
            return false;
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            refuse(FindingCode.SYMLINK_NOT_A_FILE, name(link), name(link));
            return false;
        }
        return true;
    }

    private boolean insideGit(Path target) {
        return StreamSupport.stream(folder.relativize(target).spliterator(), false)
                .anyMatch(step -> step.toString().equals(GIT_FOLDER));
    }

    private void refuse(FindingCode code, String file, String... details) {
        trustworthy = false;
        findings.add(code, Place.file(file), details);
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
