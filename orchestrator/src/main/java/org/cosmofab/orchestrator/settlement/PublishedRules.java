package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.catalog.DesignVersion.LicenceClass;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.cosmofab.orchestrator.settlement.Statement.Enforceability;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;
import org.cosmofab.orchestrator.settlement.domain.LicenceRules;
import org.cosmofab.orchestrator.settlement.domain.LicenceRules.Asker;
import org.cosmofab.orchestrator.settlement.domain.LicenceRules.Deed;
import org.cosmofab.orchestrator.settlement.domain.Policy;
import org.cosmofab.orchestrator.settlement.domain.RuleBook;
import org.cosmofab.orchestrator.settlement.domain.Tariff;

/**
 * The rules in force, for anybody to read. The table is found by asking the rules about every case there is, so it says what
 * is applied and nothing else.
 */
@ApplicationScoped
public class PublishedRules {
    private final RuleBook rules;
    private final Clock clock;

    PublishedRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A licence rule: for which cases it decides, and how.
     *
     * @param fabricates whether the case is to make the thing; else to study, share and adapt the design
     * @param enforceability what stands behind it; where there are two, the terms of membership make the difference
     * @param ratePerMille fee of the cost base, in thousandths
     */
    public record Rule(
            int number,
            boolean fabricates,
            Set<LicenceClass> licences,
            Set<Standing> standings,
            Set<Use> uses,
            Verdict verdict,
            Set<Enforceability> enforceability,
            int ratePerMille) {}

    /**
     * Where a fee goes.
     *
     * @param poolPerMille of the fee, to the association; the rest to the designers
     * @param upstreamPerMille what each level of designers passes to the designs it derives from
     */
    public record FeePolicy(
            String version, Instant validFrom, int feePerMille, int poolPerMille, int upstreamPerMille) {}

    /**
     * The workshop's rates; material is at its lot's price.
     *
     * @param machineHour euro for an hour of a process
     * @param energy euro for a kilowatt-hour
     * @param labour euro for an hour
     */
    public record Rates(
            String version, Instant validFrom, Map<Process, Amount> machineHour, Amount energy, Amount labour) {}

    /** In the order of their numbers. */
    @Transactional
    public List<Rule> licenceRules() {
        int fee = rules.policy(clock.instant()).feePerMille();
        Map<Integer, Cases> found = new TreeMap<>();
        for (Deed deed : Deed.values()) {
            for (LicenceClass licence : LicenceClass.values()) {
                for (Use use : Use.values()) {
                    askers().forEach(asker -> {
                        Decision decision = LicenceRules.decide(licence, asker, use, deed, fee);
                        found.computeIfAbsent(decision.rule(), rule -> new Cases(deed, decision))
                                .add(licence, asker.standing(), use, decision);
                    });
                }
            }
        }
        List<Rule> table = new ArrayList<>();
        found.values().forEach(cases -> table.add(cases.rule()));
        return table;
    }

    @Transactional
    public FeePolicy feePolicy() {
        Policy policy = rules.policy(clock.instant());
        return new FeePolicy(
                policy.version(),
                policy.validFrom(),
                policy.feePerMille(),
                policy.poolPerMille(),
                policy.upstreamPerMille());
    }

    @Transactional
    public Rates rates() {
        Tariff tariff = rules.tariff(clock.instant());
        return new Rates(tariff.version(), tariff.validFrom(), tariff.machineHour(), tariff.energy(), tariff.labour());
    }

    private static Stream<Asker> askers() {
        return Arrays.stream(Standing.values())
                .flatMap(standing -> Stream.of(new Asker(standing, true), new Asker(standing, false)));
    }

    /** The cases that one rule decides, as they are found. */
    private static final class Cases {
        private final Deed deed;
        private final Decision first;
        private final Set<LicenceClass> licences = EnumSet.noneOf(LicenceClass.class);
        private final Set<Standing> standings = EnumSet.noneOf(Standing.class);
        private final Set<Use> uses = EnumSet.noneOf(Use.class);
        private final Set<Enforceability> enforceability = EnumSet.noneOf(Enforceability.class);

        Cases(Deed deed, Decision first) {
            this.deed = deed;
            this.first = first;
        }

        void add(LicenceClass licence, Standing standing, Use use, Decision decision) {
            licences.add(licence);
            standings.add(standing);
            uses.add(use);
            enforceability.add(decision.enforceability());
        }

        Rule rule() {
            return new Rule(
                    first.rule(),
                    deed == Deed.FABRICATE,
                    licences,
                    standings,
                    uses,
                    first.verdict(),
                    enforceability,
                    first.ratePerMille());
        }
    }
}
