package org.cosmofab.designs.manifest;

import java.util.List;

/** Who a manifest says is behind the design. */
public record People(
        List<Person> licensors, List<Person> contributors, List<Person> manifestAuthors, List<String> organisations) {

    public People {
        licensors = List.copyOf(licensors);
        contributors = List.copyOf(contributors);
        manifestAuthors = List.copyOf(manifestAuthors);
        organisations = List.copyOf(organisations);
    }
}
