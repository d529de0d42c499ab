package org.cosmofab.designs.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** A bare repository for tests, into which anything can be committed, also what git itself would refuse. */
final class LocalRepository implements AutoCloseable {

    private final Path folder;
    private final Repository repository;
    private final Map<String, Entry> entries = new TreeMap<>();
    private final List<ObjectId> parents = new ArrayList<>();
    private PersonIdent author = person("Dina", "dina@example.org", 1_000_000_000);

    private record Entry(FileMode mode, ObjectId id) {}

    LocalRepository(Path folder) throws IOException {
        this.folder = folder;
        this.repository = Stores.create(folder);
    }

    static PersonIdent person(String name, String mail, long second) {
        return new PersonIdent(name, mail, Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    LocalRepository by(PersonIdent person) {
        author = person;
        return this;
    }

    /** A plain file in the top folder. */
    LocalRepository file(String name, String text) {
        return entry(name, FileMode.REGULAR_FILE, text);
    }

    LocalRepository entry(String name, FileMode mode, String text) {
        entries.put(name, new Entry(mode, insert(text)));
        return this;
    }

    LocalRepository submodule(String name) {
        entries.put(name, new Entry(FileMode.GITLINK, ObjectId.fromString("1".repeat(40))));
        return this;
    }

    LocalRepository folder(String name, String file, String text) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            tree.append(file, FileMode.REGULAR_FILE, insert(text));
            entries.put(name, new Entry(FileMode.TREE, inserter.insert(tree)));
            inserter.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectId insert(String text) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all entries on that ref and points HEAD at {@code main}. */
    String commit(String ref) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            entries.forEach((name, entry) -> tree.append(name, entry.mode(), entry.id()));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setParentIds(parents);
            commit.setMessage("x");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef(ref);
            update.setNewObjectId(id);
            update.forceUpdate();
            repository.updateRef(Constants.HEAD).link("refs/heads/main");
            parents.clear();
            parents.add(id);
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalRepository mergedWith(String commit) {
        parents.add(ObjectId.fromString(commit));
        return this;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        repository.close();
    }
}
