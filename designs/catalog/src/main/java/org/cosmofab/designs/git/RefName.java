package org.cosmofab.designs.git;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * What a caller wants from a repository: a branch, a tag, a commit or its head.
 *
 * @param text well-formed
 */
record RefName(String text) {

    static RefName check(String ref) throws PullRefused {
        boolean isGood = !ref.startsWith("-")
                && (ref.equals(Constants.HEAD) || Repository.isValidRefName(Constants.R_HEADS + ref));
        if (!isGood) {
            throw new PullRefused(PullResult.Refusal.REF_REFUSED, "no branch, tag or commit can be called " + ref);
        }
        return new RefName(ref);
    }

    boolean isCommit() {
        return ObjectId.isId(text);
    }

    /** The full names that it may stand for, tags before branches: a release does not move. */
    List<String> candidates() {
        return text.equals(Constants.HEAD)
                ? List.of(Constants.HEAD)
                : List.of(Constants.R_TAGS + text, Constants.R_HEADS + text);
    }

    static ObjectId commit(Repository repository, String id) throws IOException {
        if (!ObjectId.isId(id) || !repository.getObjectDatabase().has(ObjectId.fromString(id))) {
            throw new PullRefused(PullResult.Refusal.REF_UNKNOWN, "the repository has no commit " + id);
        }
        return ObjectId.fromString(id);
    }
}
