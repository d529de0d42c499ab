package org.cosmofab.orchestrator.settlement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.catalog.DesignVersion.Contribution;
import org.cosmofab.orchestrator.catalog.DesignVersion.LicenceClass;
import org.cosmofab.orchestrator.catalog.DesignVersion.Parent;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;

/** Builds designs with work and parents; a test says only what matters to it. */
public final class Designs {
    private final Map<DesignVersionId, DesignVersion> all = new HashMap<>();

    /** The acceptance case: D by three people, derived from U by two. */
    public static DesignVersion acceptanceDesign(Designs designs) {
        DesignVersion parent = designs.add(design("U").work("uma", 36_000).work("ugo", 18_000));
        return designs.add(design("D")
                .work("dina", 72_000)
                .work("dmitri", 43_200)
                .work("dolores", 28_800)
                .from(parent, 1));
    }

    public static Builder design(String slug) {
        return new Builder(slug);
    }

    public DesignVersion add(Builder builder) {
        DesignVersion design = builder.build();
        all.put(design.id(), design);
        return design;
    }

    public Optional<DesignVersion> find(DesignVersionId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** A design in the making. */
    public static final class Builder {
        private final String slug;
        private final List<Contribution> work = new ArrayList<>();
        private final List<Parent> parents = new ArrayList<>();
        private LicenceClass licence = LicenceClass.OPEN;

        private Builder(String slug) {
            this.slug = slug;
        }

        public Builder work(String party, long seconds) {
            work.add(new Contribution(new PartyId(party), seconds, "design"));
            return this;
        }

        public Builder from(DesignVersion parent, long weight) {
            parents.add(new Parent(Optional.of(parent.id()), parent.slug(), weight));
            return this;
        }

        public Builder fromUnknown(String name, long weight) {
            parents.add(new Parent(Optional.empty(), name, weight));
            return this;
        }

        /** A parent with an id, which may be one that nobody has. */
        public Builder fromId(DesignVersionId id, String name) {
            parents.add(new Parent(Optional.of(id), name, 1));
            return this;
        }

        public Builder under(LicenceClass value) {
            licence = value;
            return this;
        }

        public DesignVersion build() {
            return new DesignVersion(
                    idOf(slug),
                    slug,
                    "1.0",
                    Map.of("en", slug),
                    Map.of("en", slug),
                    "CERN-OHL-S-2.0",
                    licence,
                    List.of(),
                    work,
                    parents,
                    List.of(),
                    Map.of(),
                    Instant.parse("2026-08-01T00:00:00Z"));
        }
    }

    public static DesignVersionId idOf(String slug) {
        return new DesignVersionId(String.format("%064x", new java.math.BigInteger(1, slug.getBytes())));
    }
}
