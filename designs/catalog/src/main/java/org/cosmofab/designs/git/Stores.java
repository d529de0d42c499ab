package org.cosmofab.designs.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens the bare stores that pulls leave in {@code .git}. */
final class Stores {

    private Stores() {}

    static Repository create(Path store) throws IOException {
        OwnGitSettings.use();
        Repository repository =
                new FileRepositoryBuilder().setGitDir(store.toFile()).setBare().build();
        repository.create(true);
        StoredConfig settings = repository.getConfig();
        // A collection in the background would still write while the store is moved to its place.
        settings.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
        settings.setBoolean(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTODETACH, false);
        settings.save();
        return repository;
    }

    static Repository open(Path pulled) throws IOException {
        OwnGitSettings.use();
        return new FileRepositoryBuilder()
                .setGitDir(pulled.resolve(Constants.DOT_GIT).toFile())
                .setBare()
                .setMustExist(true)
                .build();
    }
}
