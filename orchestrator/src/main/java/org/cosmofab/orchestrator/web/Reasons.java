package org.cosmofab.orchestrator.web;

import java.util.Map;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.settlement.Statement;

/** Reasons that rooms give as data, as sentences. */
final class Reasons {

    private Reasons() {}

    static String waiting(Schedule.Waiting waiting, FloorMsg words) {
        Map<String, String> facts = waiting.facts();
        return switch (waiting.code()) {
            case NO_MACHINE_FOR_PROCESS -> words.waitsNoMachine();
            case DOES_NOT_FIT -> words.waitsTooLarge();
            case MATERIAL_NOT_LOADED -> words.waitsForMaterial(facts.getOrDefault("material", ""));
            case MACHINE_OUT_OF_REACH ->
                words.waitsForContact(facts.getOrDefault("machines", facts.getOrDefault("machine", "")));
            case PROGRAM_REFUSED -> words.waitsProgramRefused(facts.getOrDefault("detail", ""));
        };
    }

    /** The licence rule in words a requester understands, with what stands behind it. */
    static String rule(Statement.Decision decision, String licence, Show show, RuleMsg words) {
        String rate = show.perMille(decision.ratePerMille());
        return switch (decision.enforceability()) {
            case NONE -> words.ruleFree(licence);
            case LICENCE ->
                decision.verdict() == Statement.Verdict.REFUSE
                        ? words.ruleLicenceRefuses(licence)
                        : words.ruleLicenceAllows(licence);
            case MEMBERSHIP ->
                decision.verdict() == Statement.Verdict.FEE
                        ? words.ruleMembershipFee(licence, rate)
                        : words.ruleMembershipFree(licence);
            case SUGGESTED -> words.ruleSuggested(licence, rate);
        };
    }
}
