package org.cosmofab.designs.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.URIish;

/** Pulls designs from git repositories. Thread-safe for different target folders. */
public final class DesignRepository {

    private final PullLimits limits;
    private final boolean localAllowed;
    private final Clock clock;

    /**
     * @param localAllowed whether folders of this machine may be pulled from; for imports by its own people and tests
     * @param clock real time, for the time limit
     */
    public DesignRepository(PullLimits limits, boolean localAllowed, Clock clock) {
        this.limits = limits;
        this.localAllowed = localAllowed;
        this.clock = clock;
    }

    /**
     * Fetches a branch, tag or commit with its history and writes its files.
     *
     * @param ref name of a branch or tag, a commit's 40 digits, or {@code HEAD}
     * @param into a folder that is empty or not there; its parent is there. On any other outcome than
     *     {@link PullResult.Pulled} it stays as it was
     * @throws RepositoryUnreachable if the other side does not answer
     * @throws UncheckedIOException if the folder cannot be written
     */
    public PullResult pull(String address, String ref, Path into) {
        try {
            URIish source = RepositoryAddress.check(address, localAllowed);
            RefName name = RefName.check(ref);
            requireEmpty(into);
            return inScratch(into, scratch -> fetch(source, name, scratch));
        } catch (PullRefused e) {
            return e.result();
        } catch (TransportException e) {
            throw new RepositoryUnreachable("cannot pull " + address + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + into, e);
        }
    }

    /**
     * Writes the files of one commit of a repository that was pulled before.
     *
     * @param pulled the folder of an earlier pull
     * @param commit 40 hexadecimal digits
     */
    public PullResult checkout(Path pulled, String commit, Path into) {
        try {
            RefName.check(commit);
            requireEmpty(into);
            return inScratch(into, scratch -> {
                try (Repository repository = Stores.open(pulled)) {
                    return write(repository, RefName.commit(repository, commit), scratch);
                }
            });
        } catch (PullRefused e) {
            return e.result();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + into, e);
        }
    }

    private interface Work {
        PullResult.Pulled into(Path scratch) throws IOException;
    }

    /** Works beside the target and moves the whole only when it is complete. */
    private static PullResult inScratch(Path into, Work work) throws IOException {
        Path parent = into.toAbsolutePath().normalize().getParent();
        Path scratch = Files.createTempDirectory(parent, ".pull-");
        try {
            PullResult.Pulled done = work.into(scratch);
            Files.deleteIfExists(into);
            Files.move(scratch, into);
            return new PullResult.Pulled(done.commit(), into, done.submodules());
        } finally {
            delete(scratch);
        }
    }

    private PullResult.Pulled fetch(URIish source, RefName ref, Path scratch) throws IOException {
        Path store = scratch.resolve(Constants.DOT_GIT);
        try (Repository repository = Stores.create(store)) {
            PullWatch watch = new PullWatch(limits, store, clock);
            ObjectId commit = new Fetch(repository, source, limits, watch).fetch(ref);
            return write(repository, commit, scratch);
        }
    }

    private PullResult.Pulled write(Repository repository, ObjectId id, Path scratch) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            List<String> submodules = CommitFiles.write(repository, commit.getTree(), scratch, limits.folder());
            return new PullResult.Pulled(commit.name(), scratch, submodules);
        } catch (MissingObjectException e) {
            PullRefused refused = new PullRefused(PullResult.Refusal.REF_UNKNOWN, id.name() + " is not there");
            refused.initCause(e);
            throw refused;
        }
    }

    private static void requireEmpty(Path into) throws IOException {
        if (!Files.exists(into, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean isEmpty = false;
        if (Files.isDirectory(into, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(into)) {
                isEmpty = entries.findAny().isEmpty();
            }
        }
        if (!isEmpty) {
            throw new PullRefused(PullResult.Refusal.FOLDER_NOT_EMPTY, into + " is there and not empty");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
