package org.cosmofab.designs.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/** Answers which file of a design a written path means. */
public final class FolderPaths {

    private final Optional<DesignVersion> version;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, String> caseless = new HashMap<>();

    /**
     * @param version empty if the folder could not be listed; then no path is called dangling
     */
    public FolderPaths(Optional<DesignVersion> version) {
        this.version = version;
        version.ifPresent(known -> known.files().keySet().forEach(this::note));
    }

    private void note(String file) {
        caseless.put(SafePath.caseless(file), file);
        for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
            String folder = file.substring(0, slash);
            folders.add(folder);
            caseless.putIfAbsent(SafePath.caseless(folder), folder);
        }
    }

    /**
     * The file that is meant; empty for a folder, for a web address and after a finding.
     *
     * @param ifDangling what to note if there is no such file
     */
    public Optional<DesignFile> resolve(String written, Place place, FindingCode ifDangling, Findings findings) {
        if (SafePath.isWebAddress(written)) {
            return Optional.empty();
        }
        Optional<FindingCode> flaw = SafePath.flaw(written);
        if (flaw.isPresent()) {
            findings.add(flaw.get(), place, SafePath.printable(written));
            return Optional.empty();
        }
        if (written.startsWith("/")) {
            findings.add(FindingCode.PATH_FROM_ROOT, place, written);
        }
        return version.flatMap(known -> find(known, written, place, ifDangling, findings));
    }

    private Optional<DesignFile> find(
            DesignVersion known, String written, Place place, FindingCode ifDangling, Findings findings) {
        String path = SafePath.normal(written);
        Optional<DesignFile> file = known.file(path);
        if (file.isPresent() || folders.contains(path) || path.isEmpty()) {
            return file;
        }
        String other = caseless.get(SafePath.caseless(path));
        if (other != null) {
            findings.add(FindingCode.PATH_CASE_DIFFERS, place, written, other);
        } else {
            findings.add(ifDangling, place, SafePath.printable(written));
        }
        return Optional.empty();
    }
}
