package org.cosmofab.orchestrator.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement.Share;

class SharesProperties {
    private static final PartyId ASSOCIATION = new PartyId("association");
    private static final Policy POLICY = new Policy("v1", Instant.EPOCH, 120, 400, 250, true);

    /** Recorded work of one party. */
    record Work(String party, long seconds) {}

    @Property
    void theSharesAreTheFeeExactly(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fee,
            @ForAll("works") List<Work> child,
            @ForAll("works") List<Work> parent) {
        assertThat(shares(fee, child, parent, 1).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(fee);
    }

    @Property
    void theOrderOfTheInputDoesNotMatter(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long fee,
            @ForAll("works") List<Work> child,
            @ForAll("works") List<Work> parent) {
        List<Work> turned = new ArrayList<>(child);
        Collections.reverse(turned);

        assertThat(shares(fee, turned, parent, 1)).isEqualTo(shares(fee, child, parent, 1));
    }

    @Property
    void countingWorkInAnotherUnitDoesNotMatter(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long fee,
            @ForAll("works") List<Work> child,
            @ForAll("works") List<Work> parent,
            @ForAll @IntRange(min = 2, max = 3600) int factor) {
        assertThat(shares(fee, child, parent, factor)).isEqualTo(shares(fee, child, parent, 1));
    }

    @Property
    void eachPartIsLessThanAMicroEuroFromItsExactValue(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long fee,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 1_000_000) Long> seconds) {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            works.add(new Work("p-" + i, seconds.get(i)));
        }
        BigDecimal all =
                BigDecimal.valueOf(seconds.stream().mapToLong(Long::longValue).sum());

        Map<String, Long> shares = shares(fee, works, List.of(), 1);

        for (Work work : works) {
            BigDecimal exact = new BigDecimal("0.6")
                    .multiply(BigDecimal.valueOf(fee))
                    .multiply(BigDecimal.valueOf(work.seconds()))
                    .divide(all, MathContext.DECIMAL128);
            BigDecimal off = exact.subtract(BigDecimal.valueOf(shares.getOrDefault(work.party(), 0L)));
            assertThat(off.abs()).isLessThan(BigDecimal.ONE);
        }
    }

    @Provide
    Arbitrary<List<Work>> works() {
        Arbitrary<String> party = Arbitraries.of("anna", "bert", "carl", "dora", "emil");
        return Combinators.combine(party, Arbitraries.longs().between(0, 500_000))
                .as(Work::new)
                .list()
                .ofMaxSize(6);
    }

    /** What each party gets; a parent without work stands for no parent. */
    private static Map<String, Long> shares(long fee, List<Work> child, List<Work> parent, long factor) {
        Designs designs = new Designs();
        Designs.Builder builder = Designs.design("child");
        child.forEach(work -> builder.work(work.party(), work.seconds() * factor));
        if (!parent.isEmpty()) {
            Designs.Builder older = Designs.design("parent");
            parent.forEach(work -> older.work(work.party(), work.seconds() * factor));
            builder.from(designs.add(older), factor);
        }
        DesignVersion design = designs.add(builder);
        List<Share> shares =
                new Shares(POLICY, ASSOCIATION, designs::find, party -> true).of(Amount.microEuro(fee), design);
        Map<String, Long> byParty = new TreeMap<>();
        shares.forEach(
                share -> byParty.merge(share.party().value(), share.amount().minorUnits(), Long::sum));
        return byParty;
    }
}
