package org.cosmofab.designs.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.designs.content.FolderLimits;
import org.cosmofab.designs.content.SafePath;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Writes the files of one commit to a folder, byte for byte.
 *
 * <p>This is no checkout of git's: attributes, filters, hooks and submodules have no effect, and no path or link leaves
 * the folder.
 */
final class CommitFiles {

    private final Repository repository;
    private final Path folder;
    private final FolderLimits limits;
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> links = new TreeMap<>();
    private final List<String> submodules = new ArrayList<>();
    private int count;
    private long bytes;

    private CommitFiles(Repository repository, Path folder, FolderLimits limits) {
        this.repository = repository;
        this.folder = folder;
        this.limits = limits;
    }

    /** Writes the tree's files into the existing folder; answers the submodules, which it leaves out. */
    static List<String> write(Repository repository, RevTree tree, Path folder, FolderLimits limits)
            throws IOException {
        CommitFiles files = new CommitFiles(repository, folder, limits);
        files.walk(tree);
        files.writeLinks();
        return files.submodules;
    }

    private void walk(RevTree tree) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            while (walk.next()) {
                String path = walk.getPathString();
                checkName(path, walk.getNameString());
                FileMode mode = walk.getFileMode(0);
                if (mode == FileMode.TREE) {
                    enter(walk, path);
                } else if (mode == FileMode.GITLINK) {
                    submodules.add(path);
                } else {
                    blob(walk.getObjectReader(), walk.getObjectId(0), path, mode);
                }
            }
        }
    }

    private void enter(TreeWalk walk, String path) throws IOException {
        if (walk.getDepth() >= limits.depthMax()) {
            throw new PullRefused(PullResult.Refusal.OVER_LIMIT, "folders lie too deep at " + path);
        }
        Files.createDirectory(folder.resolve(path));
        walk.enterSubtree();
    }

    private void checkName(String path, String name) throws PullRefused {
        if (!SafePath.isSafeName(name) || name.equalsIgnoreCase(Constants.DOT_GIT)) {
            throw unsafe("the name " + SafePath.printable(path) + " must not be written");
        }
        String other = seen.putIfAbsent(SafePath.caseless(path), path);
        if (other != null) {
            throw unsafe("the names " + path + " and " + other + " differ in case only");
        }
    }

    private void blob(ObjectReader reader, ObjectId id, String path, FileMode mode) throws IOException {
        long size = reader.getObjectSize(id, Constants.OBJ_BLOB);
        count++;
        bytes += size;
        if (count > limits.filesMax() || size > limits.fileBytesMax() || bytes > limits.totalBytesMax()) {
            throw new PullRefused(
                    PullResult.Refusal.OVER_LIMIT, "the commit holds too many or too large files, at " + path);
        }
        if (mode == FileMode.SYMLINK) {
            links.put(path, new String(reader.open(id).getCachedBytes(4096), StandardCharsets.UTF_8));
            return;
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(path), StandardOpenOption.CREATE_NEW)) {
            reader.open(id).copyTo(out);
        }
    }

    /** Links come last, so that nothing is written through one. */
    private void writeLinks() throws IOException {
        for (Map.Entry<String, String> link : links.entrySet()) {
            Path place = folder.resolve(link.getKey());
            String target = link.getValue();
            boolean isPlain = !target.isEmpty()
                    && !target.startsWith("/")
                    && target.indexOf('\\') < 0
                    && target.indexOf('\0') < 0;
            Path end = isPlain ? place.resolveSibling(target).normalize() : folder;
            if (end.equals(folder) || !end.startsWith(folder) || entersStore(end) || !Files.isRegularFile(end)) {
                throw unsafe("the link " + link.getKey() + " does not lead to a file of the design");
            }
            Files.createSymbolicLink(place, Path.of(target));
        }
    }

    private boolean entersStore(Path end) {
        return folder.relativize(end).getName(0).toString().equalsIgnoreCase(Constants.DOT_GIT);
    }

    private static PullRefused unsafe(String detail) {
        return new PullRefused(PullResult.Refusal.TREE_UNSAFE, detail);
    }
}
