package org.cosmofab.designs.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** What a pulled repository's history tells about who worked on it: evidence, not a verdict. */
public final class GitHistory {

    private static final int COMMITS_MAX = 100_000;

    private GitHistory() {}

    /**
     * Authors by number of commits, most first, then by name; merges are nobody's work.
     *
     * @param pulled the folder of an earlier pull
     * @param commit 40 hexadecimal digits; it and all before it count
     * @throws UncheckedIOException if the repository has no such commit or cannot be read
     */
    public static List<GitContributor> contributors(Path pulled, String commit) {
        try (Repository repository = Stores.open(pulled);
                RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
            walk.setRevFilter(RevFilter.NO_MERGES);
            walk.sort(RevSort.COMMIT_TIME_DESC);
            Map<String, GitContributor> byMail = new HashMap<>();
            int seen = 0;
            for (RevCommit one = walk.next(); one != null && seen < COMMITS_MAX; one = walk.next()) {
                count(byMail, one.getAuthorIdent());
                seen++;
            }
            return byMail.values().stream()
                    .sorted(Comparator.comparingInt(GitContributor::commits)
                            .reversed()
                            .thenComparing(GitContributor::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the history in " + pulled, e);
        }
    }

    /** Newest commits come first, so a person keeps the latest name. */
    private static void count(Map<String, GitContributor> byMail, PersonIdent author) {
        Instant when = author.getWhenAsInstant();
        String mail = author.getEmailAddress().toLowerCase(Locale.ROOT);
        byMail.merge(
                mail,
                new GitContributor(author.getName(), mail, 1, when, when),
                (known, more) -> new GitContributor(
                        known.name(),
                        mail,
                        known.commits() + 1,
                        when.isBefore(known.first()) ? when : known.first(),
                        when.isAfter(known.last()) ? when : known.last()));
    }
}
