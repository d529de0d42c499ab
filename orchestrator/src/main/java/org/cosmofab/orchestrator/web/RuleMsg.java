package org.cosmofab.orchestrator.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the rules; the words themselves stand in messages/rule_en.properties and rule_fr.properties. */
@MessageBundle(value = "rule", locale = "en")
public interface RuleMsg {

    @Message
    String ruleNumber(int number);

    @Message
    String ruleFree(String licence);

    @Message
    String ruleLicenceRefuses(String licence);

    @Message
    String ruleLicenceAllows(String licence);

    @Message
    String ruleMembershipFee(String licence, String rate);

    @Message
    String ruleMembershipFree(String licence);

    @Message
    String ruleSuggested(String licence, String rate);

    @Message
    String rules();

    @Message
    String rulesLead();

    @Message
    String number();

    @Message
    String licence();

    @Message
    String who();

    @Message
    String useWord();

    @Message
    String decision();

    @Message
    String standsBehind();

    @Message
    String classRestricted();

    @Message
    String classUnknown();

    @Message
    String ruleAnyLicence();

    @Message
    String ruleOpenLicence();

    @Message
    String rulePpl();

    @Message
    String ruleCoopyleft();

    @Message
    String ruleNoLicence();

    @Message
    String ruleAnybody();

    @Message
    String ruleStudy();

    @Message
    String ruleNonCommercial();

    @Message
    String ruleCommercial();

    @Message
    String ruleAnyFabrication();

    @Message
    String ruleAllowFree();

    @Message
    String ruleAllowCost();

    @Message
    String ruleFee(String rate);

    @Message
    String ruleRefuse();

    @Message
    String ruleRefuseUntilCleared();

    @Message
    String behindNothing();

    @Message
    String behindLicence();

    @Message
    String behindMembership();

    @Message
    String behindSuggested();

    @Message
    String ruleReadableLicence();

    @Message
    String ruleNcLicence();

    @Message
    String ruleAnybodyBut(String who);

    @Message
    String standingCommoner();

    @Message
    String standingNonProfit();

    @Message
    String standingPublicBody();

    @Message
    String standingWorkers();

    @Message
    String standingSocial();

    @Message
    String standingForProfit();

    @Message
    String whereFeesGo();

    @Message
    String feeIs(String rate);

    @Message
    String feePool(String rate);

    @Message
    String feeUpstream(String rate);

    @Message
    String openRates();

    @Message
    String anHour(String rate);

    @Message
    String aKilowattHour(String rate);

    @Message
    String atLotPrice();

    @Message
    String tariffVersion(String version);

    @Message
    String policyVersion(String version);
}
