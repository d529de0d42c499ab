package org.cosmofab.designs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.designs.content.DesignFile;
import org.cosmofab.designs.content.FolderPaths;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;
import org.cosmofab.designs.manifest.FileLink;
import org.cosmofab.designs.manifest.ManifestPart;
import org.cosmofab.designs.part.MakingProcess;
import org.cosmofab.designs.part.Part;
import org.cosmofab.designs.part.PartDetails;
import org.cosmofab.designs.part.ShippedProgram;
import org.cosmofab.designs.sidecar.Making;
import org.cosmofab.designs.sidecar.PartMaking;

/** Puts together what the manifest and {@code cosmofab.yml} say about each part, and checks the files. */
final class PartAssembly {

    /** What each process works from, best first. */
    private static final Map<MakingProcess, List<String>> WORKS_FROM = Map.of(
            MakingProcess.PRINT, List.of(".stl", ".3mf"),
            MakingProcess.LASER, List.of(".svg", ".dxf"),
            MakingProcess.MILL, List.of(".svg", ".dxf", ".stl", ".step", ".stp"),
            MakingProcess.OTHER, List.of());

    private final FolderPaths paths;
    private final Findings findings;

    PartAssembly(FolderPaths paths, Findings findings) {
        this.paths = paths;
        this.findings = findings;
    }

    List<Part> assemble(List<ManifestPart> described, Making making, Place manifest) {
        Set<String> names = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (ManifestPart part : described) {
            findings.checkName(part.place().key("name"), part.name());
            if (names.add(part.name())) {
                parts.add(assemble(part, making.parts().getOrDefault(part.name(), PartMaking.unsaid())));
            } else {
                findings.add(FindingCode.PART_NAME_DUPLICATE, part.place(), part.name());
            }
        }
        making.parts().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> findings.add(
                        FindingCode.SIDECAR_PART_UNKNOWN,
                        Place.file(Making.FILE).key("parts").key(name),
                        name));
        if (parts.stream().noneMatch(part -> part.process() != MakingProcess.OTHER)) {
            findings.add(FindingCode.PARTS_NONE, manifest);
        }
        return parts;
    }

    private Part assemble(ManifestPart part, PartMaking making) {
        MakingProcess process = making.process().orElseGet(() -> MakingProcess.ofTsdc(part.tsdc()));
        if (making.process().isEmpty() && process == MakingProcess.OTHER) {
            findings.add(FindingCode.PART_PROCESS_UNKNOWN, part.place(), part.name(), String.join(", ", part.tsdc()));
        }
        int findingsBefore = findings.count();
        List<DesignFile> there = new ArrayList<>();
        for (FileLink link : part.files()) {
            paths.resolve(link.target(), link.place(), FindingCode.PART_FILE_DANGLING, findings)
                    .ifPresent(there::add);
        }
        Optional<DesignFile> file = making.choice()
                .file()
                .map(written -> chosen(written, part.name()))
                .orElseGet(() -> worksFrom(process, there));
        Optional<String> material = making.choice().material().or(part::material);
        if (process != MakingProcess.OTHER) {
            // A file that is named but not there has its own finding.
            if (file.isEmpty() && findings.count() == findingsBefore) {
                findings.add(FindingCode.PART_WITHOUT_FILE, part.place(), part.name());
            }
            if (material.isEmpty()) {
                findings.add(FindingCode.PART_MATERIAL_MISSING, part.place(), part.name());
            }
        }
        checkPrograms(part.name(), making.programs(), file);
        PartDetails details = new PartDetails(
                making.settings(),
                making.programs(),
                part.dimensions(),
                there.stream()
                        .filter(one -> !Optional.of(one).equals(file))
                        .map(DesignFile::path)
                        .toList(),
                making.choice().titles());
        int quantity = making.choice().quantity();
        return new Part(part.name(), process, file.map(DesignFile::path), material, quantity, details);
    }

    private Optional<DesignFile> chosen(String written, String name) {
        return paths.resolve(written, making(name, "file"), FindingCode.PART_FILE_DANGLING, findings);
    }

    private static Optional<DesignFile> worksFrom(MakingProcess process, List<DesignFile> there) {
        for (String ending : WORKS_FROM.getOrDefault(process, List.of())) {
            for (DesignFile file : there) {
                if (file.path().toLowerCase(Locale.ROOT).endsWith(ending)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private void checkPrograms(String name, List<ShippedProgram> programs, Optional<DesignFile> file) {
        for (int i = 0; i < programs.size(); i++) {
            ShippedProgram program = programs.get(i);
            Place place = making(name, "programs[" + i + "]");
            paths.resolve(program.file(), place.key("file"), FindingCode.PART_FILE_DANGLING, findings)
                    .filter(found -> !found.sha256().equals(program.sha256()))
                    .ifPresent(found -> findings.add(
                            FindingCode.PROGRAM_HASH_DIFFERS,
                            place.key("sha256"),
                            program.file(),
                            found.sha256().hex()));
            file.filter(source -> !source.sha256().equals(program.sourceSha256()))
                    .ifPresent(source -> findings.add(
                            FindingCode.PROGRAM_STALE, place.key("source-sha256"), program.file(), source.path()));
        }
    }

    private static Place making(String part, String key) {
        return Place.file(Making.FILE).key("parts").key(part).key(key);
    }
}
