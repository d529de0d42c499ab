package org.cosmofab.designs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.content.DesignVersion;
import org.cosmofab.designs.content.FolderListing;
import org.cosmofab.designs.content.FolderPaths;
import org.cosmofab.designs.document.DocumentReader;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;
import org.cosmofab.designs.manifest.FileLink;
import org.cosmofab.designs.manifest.Manifest;
import org.cosmofab.designs.manifest.ManifestFinder;
import org.cosmofab.designs.manifest.ManifestReader;
import org.cosmofab.designs.part.Part;
import org.cosmofab.designs.sidecar.Contributions;
import org.cosmofab.designs.sidecar.ContributionsReader;
import org.cosmofab.designs.sidecar.Making;
import org.cosmofab.designs.sidecar.MakingReader;

/** Reads a design's folder: manifest, sidecars, parts and content hash. Stateless and thread-safe. */
public final class DesignReader {

    private final DesignLimits limits;

    public DesignReader() {
        this(DesignLimits.standard());
    }

    public DesignReader(DesignLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the folder; whatever is wrong with the design is a finding.
     *
     * @throws UncheckedIOException if the folder cannot be read, or changes while it is read
     */
    public ReadDesign read(Path folder) {
        return read(folder, Optional.empty());
    }

    /**
     * Reads a folder that was pulled from a repository.
     *
     * @param pulledFrom the repository's address; a manifest that names another one may be a copy of its parent's
     */
    public ReadDesign read(Path folder, Optional<String> pulledFrom) {
        Findings findings = new Findings();
        Optional<DesignVersion> version = FolderListing.read(folder, limits.folder(), findings);
        Optional<Manifest> manifest = ManifestFinder.find(folder, findings)
                .flatMap(name ->
                        new ManifestReader(limits.documents()).read(name, bytes(folder, name, version), findings));
        Making making = sidecar(folder, Making.FILE, version, findings)
                .map(new MakingReader(findings)::read)
                .orElseGet(Making::unsaid);
        Contributions contributions = sidecar(folder, Contributions.FILE, version, findings)
                .map(new ContributionsReader(findings)::read)
                .orElseGet(Contributions::none);
        FolderPaths paths = new FolderPaths(version);
        List<Part> parts =
                manifest.map(known -> parts(known, making, paths, findings)).orElse(List.of());
        manifest.ifPresent(known -> checkLinks(known, making, paths, findings));
        manifest.ifPresent(known -> checkOrigin(known, contributions, pulledFrom, findings));
        return new ReadDesign(manifest, making, contributions, parts, version, findings.list());
    }

    /** Whether the folder's files are still exactly those that the hash names. */
    public boolean verify(Path folder, ContentHash expected) {
        return FolderListing.read(folder, limits.folder(), new Findings())
                .map(version -> version.hash().equals(expected))
                .orElse(false);
    }

    private static List<Part> parts(Manifest manifest, Making making, FolderPaths paths, Findings findings) {
        Place place = Place.file(manifest.source().file());
        return new PartAssembly(paths, findings).assemble(manifest.parts(), making, place);
    }

    private static void checkLinks(Manifest manifest, Making making, FolderPaths paths, Findings findings) {
        for (FileLink link : manifest.documents()) {
            paths.resolve(link.target(), link.place(), FindingCode.PATH_DANGLING, findings);
        }
        Place own = Place.file(Making.FILE);
        for (Map.Entry<String, String> one : making.instructions().entrySet()) {
            Place place = own.key("making-instructions").key(one.getKey());
            paths.resolve(one.getValue(), place, FindingCode.PATH_DANGLING, findings);
        }
        for (int i = 0; i < making.pictures().size(); i++) {
            Place place = own.key("pictures[" + i + "]").key("file");
            paths.resolve(making.pictures().get(i).file(), place, FindingCode.PATH_DANGLING, findings);
        }
    }

    private static void checkOrigin(
            Manifest manifest, Contributions contributions, Optional<String> pulledFrom, Findings findings) {
        Place place = Place.file(manifest.source().file());
        if (contributions.contributions().isEmpty()) {
            findings.add(FindingCode.CONTRIBUTIONS_MISSING, place);
        }
        if (pulledFrom.isPresent()
                && manifest.repo().isPresent()
                && !plain(manifest.repo().get()).equals(plain(pulledFrom.get()))) {
            findings.add(FindingCode.MANIFEST_COPIED, place, manifest.repo().get(), pulledFrom.get());
        }
    }

    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("(\\.git)?/*$", "");
    }

    private Optional<Node> sidecar(Path folder, String name, Optional<DesignVersion> version, Findings findings) {
        if (!Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return new DocumentReader(limits.documents()).read(name, bytes(folder, name, version), findings);
    }

    /** The file's bytes, one more than allowed at most, and those that the version names. */
    private byte[] bytes(Path folder, String name, Optional<DesignVersion> version) {
        try (InputStream in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(limits.documents().bytesMax() + 1);
            boolean whole = bytes.length <= limits.documents().bytesMax();
            if (whole
                    && version.flatMap(known -> known.file(name))
                            .filter(file -> file.sha256().equals(ContentHash.of(bytes)))
                            .isEmpty()
                    && version.isPresent()) {
                throw new IOException(name + " changed while the design was read");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " in " + folder, e);
        }
    }
}
