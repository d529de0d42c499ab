package org.cosmofab.orchestrator.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.catalog.DesignVersion.LicenceClass;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.settlement.PublishedRules;
import org.cosmofab.orchestrator.settlement.Statement.Enforceability;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;

/** Says the published rules in words. */
final class RuleWords {
    private final RuleMsg words;
    private final Show show;

    RuleWords(RuleMsg words, Show show) {
        this.words = words;
        this.show = show;
    }

    RulesPageResource.Rule rule(PublishedRules.Rule rule) {
        return new RulesPageResource.Rule(
                rule.number(),
                licences(rule.licences()),
                standings(rule.standings()),
                use(rule),
                decision(rule),
                rule.verdict() == Verdict.ALLOW ? "ok" : rule.verdict() == Verdict.FEE ? "run" : "stop",
                behind(rule.enforceability()));
    }

    /** Where a fee goes, step by step. */
    List<String> fee(PublishedRules.FeePolicy policy) {
        return List.of(
                words.feeIs(show.perMille(policy.feePerMille())),
                words.feePool(show.perMille(policy.poolPerMille())),
                words.feeUpstream(show.perMille(policy.upstreamPerMille())));
    }

    private String licences(Set<LicenceClass> licences) {
        Set<LicenceClass> missing = EnumSet.complementOf(EnumSet.copyOf(licences));
        if (missing.isEmpty()) {
            return words.ruleAnyLicence();
        }
        if (missing.equals(Set.of(LicenceClass.UNKNOWN))) {
            return words.ruleReadableLicence();
        }
        return licences.stream().map(this::licence).collect(Collectors.joining(", "));
    }

    private String licence(LicenceClass licence) {
        return switch (licence) {
            case OPEN -> words.ruleOpenLicence();
            case PEER_PRODUCTION -> words.rulePpl();
            case NON_COMMERCIAL -> words.ruleNcLicence();
            case COOPYLEFT -> words.ruleCoopyleft();
            case UNKNOWN -> words.ruleNoLicence();
        };
    }

    private String standings(Set<Standing> standings) {
        Set<Standing> missing = EnumSet.complementOf(EnumSet.copyOf(standings));
        if (missing.isEmpty()) {
            return words.ruleAnybody();
        }
        if (missing.size() == 1) {
            return words.ruleAnybodyBut(standing(missing.iterator().next()));
        }
        return standings.stream().map(this::standing).collect(Collectors.joining(", "));
    }

    private String standing(Standing standing) {
        return switch (standing) {
            case COMMONER -> words.standingCommoner();
            case NON_PROFIT -> words.standingNonProfit();
            case PUBLIC_BODY -> words.standingPublicBody();
            case WORKER_COOPERATIVE -> words.standingWorkers();
            case SOCIAL_ECONOMY -> words.standingSocial();
            case FOR_PROFIT -> words.standingForProfit();
        };
    }

    private String use(PublishedRules.Rule rule) {
        if (!rule.fabricates()) {
            return words.ruleStudy();
        }
        if (rule.uses().size() > 1) {
            return words.ruleAnyFabrication();
        }
        return rule.uses().contains(Use.COMMERCIAL) ? words.ruleCommercial() : words.ruleNonCommercial();
    }

    private String decision(PublishedRules.Rule rule) {
        boolean cleared = rule.licences().equals(Set.of(LicenceClass.UNKNOWN));
        return switch (rule.verdict()) {
            case ALLOW -> rule.fabricates() ? words.ruleAllowCost() : words.ruleAllowFree();
            case FEE -> words.ruleFee(show.perMille(rule.ratePerMille()));
            case REFUSE -> cleared ? words.ruleRefuseUntilCleared() : words.ruleRefuse();
        };
    }

    private String behind(Set<Enforceability> enforceability) {
        if (enforceability.contains(Enforceability.SUGGESTED)) {
            return words.behindSuggested();
        }
        return switch (enforceability.iterator().next()) {
            case NONE -> words.behindNothing();
            case LICENCE -> words.behindLicence();
            case MEMBERSHIP -> words.behindMembership();
            case SUGGESTED -> words.behindSuggested();
        };
    }
}
