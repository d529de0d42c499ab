package org.cosmofab.designs.git;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What pulling a repository came to. */
public sealed interface PullResult {

    /**
     * The files are there.
     *
     * @param commit the exact commit, 40 hexadecimal digits
     * @param folder the files as committed, and the history in {@code .git}
     * @param submodules paths of submodules, which are not pulled
     */
    record Pulled(String commit, Path folder, List<String> submodules) implements PullResult {
        public Pulled {
            submodules = List.copyOf(submodules);
        }
    }

    /** The rules say no; nothing was left behind. */
    record Refused(Refusal refusal, String detail) implements PullResult {}

    /** Why, in the order of precedence. */
    enum Refusal {
        /** Not a plain https address. */
        ADDRESS_REFUSED,
        /** The address leads into a private network. */
        HOST_REFUSED,
        /** Not a name that a branch, tag or commit can have. */
        REF_REFUSED,
        /** The folder to write to holds something already. */
        FOLDER_NOT_EMPTY,
        /** The repository has no such branch, tag or commit. */
        REF_UNKNOWN,
        /** Too large or too slow. */
        OVER_LIMIT,
        /** The commit holds a path or link that must not be written. */
        TREE_UNSAFE
    }

    default <T> T fold(Function<Pulled, T> pulled, Function<Refused, T> refused) {
        return this instanceof Pulled here ? pulled.apply(here) : refused.apply((Refused) this);
    }
}
