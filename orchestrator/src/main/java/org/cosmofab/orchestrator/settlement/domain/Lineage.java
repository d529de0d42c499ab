package org.cosmofab.orchestrator.settlement.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.catalog.DesignVersion.Contribution;
import org.cosmofab.orchestrator.catalog.DesignVersion.Parent;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;

/**
 * Walks from a design to what it derives from, level by level, and collects who has a claim to what part of a fee.
 *
 * <p>Each level passes a part to its parents by weight and keeps the rest for its contributors by recorded work. What has no taker
 * goes to the association under the level and design it comes from: no recorded work, a party that is gone, a parent that this workshop
 * does not have, or a parent beyond the sixteenth level. Versions that are reached on several ways are taken once a level, so that a
 * wide lineage costs no more than its versions.
 */
final class Lineage {
    static final int LEVELS_MAX = 16;
    private static final int NAME_LENGTH_MAX = 200;

    private final int upstreamPerMille;
    private final PartyId association;
    private final Function<DesignVersionId, Optional<DesignVersion>> versions;
    private final Predicate<PartyId> known;
    private final TreeMap<Claim, Fraction> claims = new TreeMap<>();

    /** A claim of a party under a level and a design; the association's own share has neither. */
    record Claim(PartyId party, int level, String design) implements Comparable<Claim> {
        static final int NO_LEVEL = -1;

        @Override
        public int compareTo(Claim other) {
            int byParty = party.value().compareTo(other.party.value());
            int byLevel = Integer.compare(level, other.level);
            return byParty != 0 ? byParty : byLevel != 0 ? byLevel : design.compareTo(other.design);
        }
    }

    Lineage(
            int upstreamPerMille,
            PartyId association,
            Function<DesignVersionId, Optional<DesignVersion>> versions,
            Predicate<PartyId> known) {
        this.upstreamPerMille = upstreamPerMille;
        this.association = association;
        this.versions = versions;
        this.known = known;
    }

    /** Claims that sum up to {@code part}. */
    Map<Claim, Fraction> claims(DesignVersion root, Fraction part) {
        Map<String, Fraction> level = Map.of(root.id().value(), part);
        Map<String, DesignVersion> designs = Map.of(root.id().value(), root);
        for (int depth = 0; depth <= LEVELS_MAX && !level.isEmpty(); depth++) {
            Map<String, Fraction> upstream = new TreeMap<>();
            Map<String, DesignVersion> parents = new TreeMap<>();
            for (Map.Entry<String, Fraction> node : level.entrySet()) {
                DesignVersion design = designs.get(node.getKey());
                Fraction passed = design.parents().isEmpty()
                        ? Fraction.ZERO
                        : node.getValue().times(Fraction.of(upstreamPerMille, 1000));
                keep(design, depth, node.getValue().minus(passed));
                pass(design.parents(), depth + 1, passed, upstream, parents);
            }
            level = upstream;
            designs = parents;
        }
        return claims;
    }

    private void keep(DesignVersion design, int level, Fraction part) {
        List<Contribution> worked = design.contributions().stream()
                .filter(work -> work.seconds() > 0)
                .toList();
        Fraction all = sum(worked, Contribution::seconds);
        if (worked.isEmpty()) {
            claim(association, level, design.slug(), part);
        }
        for (Contribution work : worked) {
            PartyId taker = known.test(work.party()) ? work.party() : association;
            claim(
                    taker,
                    level,
                    design.slug(),
                    part.times(Fraction.of(work.seconds(), 1).per(all)));
        }
    }

    private void pass(
            List<Parent> parents,
            int level,
            Fraction part,
            Map<String, Fraction> upstream,
            Map<String, DesignVersion> found) {
        Fraction all = sum(parents, Lineage::weight);
        for (Parent parent : parents) {
            Fraction share = part.times(Fraction.of(weight(parent), 1).per(all));
            Optional<DesignVersion> version =
                    level > LEVELS_MAX ? Optional.empty() : parent.version().flatMap(versions);
            if (version.isEmpty()) {
                claim(association, level, clipped(parent.name()), share);
            } else {
                String id = version.get().id().value();
                upstream.merge(id, share, Fraction::plus);
                found.put(id, version.get());
            }
        }
    }

    private void claim(PartyId party, int level, String design, Fraction part) {
        if (!part.isZero()) {
            claims.merge(new Claim(party, level, design), part, Fraction::plus);
        }
    }

    /** What a manifest calls its parent is foreign text of any length. */
    private static String clipped(String name) {
        return name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX);
    }

    private static long weight(Parent parent) {
        return Math.max(1, parent.weight());
    }

    private static <T> Fraction sum(List<T> things, ToLongFunction<T> weight) {
        return things.stream()
                .map(thing -> Fraction.of(weight.applyAsLong(thing), 1))
                .reduce(Fraction.ZERO, Fraction::plus);
    }
}
