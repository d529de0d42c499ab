package org.cosmofab.designs.manifest;

import java.util.List;
import java.util.Optional;
import org.cosmofab.designs.licence.Licences;

/** An Open Know-How manifest, whatever its dialect. */
public record Manifest(
        ManifestSource source, About about, Licences licences, People people, ManifestFiles files, Links links) {

    public String title() {
        return about.title();
    }

    public String description() {
        return about.description();
    }

    public Optional<String> version() {
        return about.version();
    }

    public Optional<String> image() {
        return about.image();
    }

    public Optional<String> repo() {
        return links.repo();
    }

    public List<Person> licensors() {
        return people.licensors();
    }

    public List<Person> contributors() {
        return people.contributors();
    }

    public List<ManifestPart> parts() {
        return files.parts();
    }

    public List<FileLink> documents() {
        return files.documents();
    }

    public List<ParentLink> parents() {
        return links.parents();
    }
}
