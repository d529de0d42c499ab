package org.cosmofab.orchestrator.settlement.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement.Share;

/**
 * Says where a fee goes: the pool's part to the association, the rest along the lineage.
 *
 * <p>A party's part is exact to less than a micro-euro and all parts sum up to the fee: largest remainder, ties by party id.
 *
 * @param versions the designs this workshop has
 * @param known whether a party is there to be paid; the share of one that is gone goes to the association
 */
public record Shares(
        Policy policy,
        PartyId association,
        Function<DesignVersionId, Optional<DesignVersion>> versions,
        Predicate<PartyId> known) {

    /** Shares of more than zero, in the order of payout: the association's own, then level by level, the largest first. */
    public List<Share> of(Amount fee, DesignVersion design) {
        if (!fee.isPositive()) {
            return List.of();
        }
        Fraction pool = Fraction.of(policy.poolPerMille(), 1000);
        Lineage lineage = new Lineage(policy.upstreamPerMille(), association, versions, known);
        SortedMap<Lineage.Claim, Fraction> claims = new TreeMap<>(lineage.claims(design, Fraction.ONE.minus(pool)));
        if (!pool.isZero()) {
            claims.put(new Lineage.Claim(association, Lineage.Claim.NO_LEVEL, ""), pool);
        }
        return shares(fee.minorUnits(), claims);
    }

    private static List<Share> shares(long fee, SortedMap<Lineage.Claim, Fraction> claims) {
        SortedMap<String, Fraction> byParty = new TreeMap<>();
        claims.forEach((claim, part) -> byParty.merge(claim.party().value(), part, Fraction::plus));
        List<Share> shares = new ArrayList<>();
        LargestRemainder.split(fee, byParty).forEach((party, amount) -> {
            SortedMap<Lineage.Claim, Fraction> own = new TreeMap<>();
            claims.forEach((claim, part) -> {
                if (claim.party().value().equals(party)) {
                    own.put(claim, part.per(byParty.get(party)));
                }
            });
            LargestRemainder.split(amount, own).forEach((claim, part) -> add(shares, claim, part));
        });
        shares.sort(Comparator.<Share>comparingInt(share -> share.level().orElse(Lineage.Claim.NO_LEVEL))
                .thenComparing(Share::amount, Comparator.reverseOrder())
                .thenComparing(share -> share.party().value())
                .thenComparing(share -> share.design().orElse("")));
        return shares;
    }

    private static void add(List<Share> shares, Lineage.Claim claim, long microEuro) {
        boolean levelled = claim.level() != Lineage.Claim.NO_LEVEL;
        if (microEuro > 0) {
            shares.add(new Share(
                    claim.party(),
                    levelled ? Optional.of(claim.level()) : Optional.empty(),
                    levelled ? Optional.of(claim.design()) : Optional.empty(),
                    Amount.microEuro(microEuro)));
        }
    }
}
