package org.cosmofab.designs.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the git settings of the machine and its user out of our pulls.
 *
 * <p>A filter, proxy or address rewriting in somebody's {@code ~/.gitconfig} must not change what is fetched; nor do we
 * write there. JGit holds this once for the whole process.
 */
final class OwnGitSettings extends SystemReader.Delegate {

    static {
        SystemReader.setInstance(new OwnGitSettings(SystemReader.getInstance()));
    }

    private OwnGitSettings(SystemReader machine) {
        super(machine);
    }

    /** Takes effect once, however often it is called. */
    static void use() {
        SystemReader.getInstance();
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /** A configuration that is empty and nowhere. */
    private static final class Nothing extends FileBasedConfig {

        Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
