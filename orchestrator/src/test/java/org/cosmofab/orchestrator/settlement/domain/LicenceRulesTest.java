package org.cosmofab.orchestrator.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.cosmofab.orchestrator.catalog.DesignVersion.LicenceClass;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.cosmofab.orchestrator.settlement.Statement.Enforceability;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LicenceRulesTest {

    @ParameterizedTest
    @EnumSource(LicenceClass.class)
    void rule1AnybodyMayStudyAnything(LicenceClass licence) {
        Decision decision = LicenceRules.decide(
                licence,
                new LicenceRules.Asker(Standing.FOR_PROFIT, false),
                Use.COMMERCIAL,
                LicenceRules.Deed.STUDY,
                120);

        assertThat(decision).isEqualTo(new Decision(1, Verdict.ALLOW, Enforceability.NONE, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // licence, standing, terms accepted, use, rule, verdict, enforceability, fee per mille
        "OPEN,            FOR_PROFIT,         true,  NON_COMMERCIAL, 2, ALLOW,  NONE,       0",
        "PEER_PRODUCTION, FOR_PROFIT,         false, NON_COMMERCIAL, 2, ALLOW,  NONE,       0",
        "NON_COMMERCIAL,  COMMONER,           false, NON_COMMERCIAL, 2, ALLOW,  NONE,       0",
        "COOPYLEFT,       COMMONER,           false, NON_COMMERCIAL, 2, ALLOW,  NONE,       0",
        "OPEN,            COMMONER,           true,  COMMERCIAL,     3, ALLOW,  MEMBERSHIP, 0",
        "OPEN,            NON_PROFIT,         false, COMMERCIAL,     3, ALLOW,  MEMBERSHIP, 0",
        "OPEN,            PUBLIC_BODY,        false, COMMERCIAL,     3, ALLOW,  MEMBERSHIP, 0",
        "OPEN,            WORKER_COOPERATIVE, false, COMMERCIAL,     3, ALLOW,  MEMBERSHIP, 0",
        "OPEN,            SOCIAL_ECONOMY,     false, COMMERCIAL,     3, ALLOW,  MEMBERSHIP, 0",
        "OPEN,            FOR_PROFIT,         true,  COMMERCIAL,     4, FEE,    MEMBERSHIP, 120",
        "OPEN,            FOR_PROFIT,         false, COMMERCIAL,     4, FEE,    SUGGESTED,  120",
        "PEER_PRODUCTION, WORKER_COOPERATIVE, false, COMMERCIAL,     5, ALLOW,  LICENCE,    0",
        "PEER_PRODUCTION, FOR_PROFIT,         true,  COMMERCIAL,     6, REFUSE, LICENCE,    0",
        "PEER_PRODUCTION, COMMONER,           true,  COMMERCIAL,     6, REFUSE, LICENCE,    0",
        "PEER_PRODUCTION, SOCIAL_ECONOMY,     true,  COMMERCIAL,     6, REFUSE, LICENCE,    0",
        "NON_COMMERCIAL,  WORKER_COOPERATIVE, true,  COMMERCIAL,     6, REFUSE, LICENCE,    0",
        "COOPYLEFT,       WORKER_COOPERATIVE, false, COMMERCIAL,     7, ALLOW,  LICENCE,    0",
        "COOPYLEFT,       SOCIAL_ECONOMY,     true,  COMMERCIAL,     8, REFUSE, LICENCE,    0",
        "COOPYLEFT,       FOR_PROFIT,         true,  COMMERCIAL,     8, REFUSE, LICENCE,    0",
        "UNKNOWN,         COMMONER,           true,  NON_COMMERCIAL, 9, REFUSE, LICENCE,    0",
        "UNKNOWN,         WORKER_COOPERATIVE, true,  COMMERCIAL,     9, REFUSE, LICENCE,    0",
    })
    void theFirstRuleThatFitsDecides(
            LicenceClass licence,
            Standing standing,
            boolean terms,
            Use use,
            int rule,
            Verdict verdict,
            Enforceability enforceability,
            int perMille) {
        assertThat(LicenceRules.decide(
                        licence, new LicenceRules.Asker(standing, terms), use, LicenceRules.Deed.FABRICATE, 120))
                .isEqualTo(new Decision(rule, verdict, enforceability, perMille));
    }

    @Test
    void everyCombinationHasARuleAndOnlyAForProfitIsAskedAFee() {
        Set<LicenceClass> licences = EnumSet.allOf(LicenceClass.class);
        for (LicenceClass licence : licences) {
            for (Standing standing : Standing.values()) {
                for (Use use : Use.values()) {
                    Decision decision = LicenceRules.decide(
                            licence, new LicenceRules.Asker(standing, true), use, LicenceRules.Deed.FABRICATE, 120);
                    assertThat(decision.rule()).isBetween(2, 9);
                    assertThat(decision.verdict() == Verdict.FEE)
                            .isEqualTo(licence == LicenceClass.OPEN
                                    && standing == Standing.FOR_PROFIT
                                    && use == Use.COMMERCIAL);
                }
            }
        }
    }
}
