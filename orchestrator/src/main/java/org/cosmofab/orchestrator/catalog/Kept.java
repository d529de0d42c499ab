package org.cosmofab.orchestrator.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.content.DesignFile;

/**
 * A version whose files were verified when it was loaded, with what is needed to verify each of them again.
 *
 * @param files every file of the version with its hash
 */
record Kept(DesignVersion version, org.cosmofab.designs.content.DesignVersion files) {

    /** The file at a path of the version's folder, if the version has it and it still is what was published. */
    Optional<Path> file(Path folder, String path) {
        try {
            String name = Path.of(path).normalize().toString();
            return files.file(name).map(known -> folder.resolve(name)).filter(file -> isSame(file, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isSame(Path file, String name) {
        DesignFile known = files.file(name).orElseThrow();
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == known.bytes()
                    && ContentHash.of(Files.readAllBytes(file)).equals(known.sha256());
        } catch (IOException e) {
            return false;
        }
    }
}
