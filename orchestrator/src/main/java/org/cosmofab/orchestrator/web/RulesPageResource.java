package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The licence and membership rules, in the order in which they are asked. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
@Blocking
class RulesPageResource {
    private final Template template;
    private final Frame frame;

    RulesPageResource(@Location("web/rules") Template template, Frame frame) {
        this.template = template;
        this.frame = frame;
    }

    /** One rule in words. */
    public record Rule(int number, String licence, String who, String use, String decision, String behind) {}

    @GET
    @PermitAll
    public TemplateInstance rules() {
        RuleMsg w = RuleMsg.in(frame.locale());
        String fee = frame.show().perMille(120);
        List<Rule> rules = List.of(
                new Rule(1, w.ruleAnyLicence(), w.ruleAnybody(), w.ruleStudy(), w.ruleAllowFree(), w.behindNothing()),
                new Rule(
                        2,
                        w.ruleOpenLicence(),
                        w.ruleAnybody(),
                        w.ruleNonCommercial(),
                        w.ruleAllowCost(),
                        w.behindNothing()),
                new Rule(
                        3,
                        w.ruleOpenLicence(),
                        w.ruleCommoners(),
                        w.ruleCommercial(),
                        w.ruleAllowCost(),
                        w.behindMembership()),
                new Rule(
                        4,
                        w.ruleOpenLicence(),
                        w.ruleForProfit(),
                        w.ruleCommercial(),
                        w.ruleFee(fee),
                        w.behindSuggested()),
                new Rule(
                        5,
                        w.rulePpl(),
                        w.ruleWorkerOwned(),
                        w.ruleCommercial(),
                        w.ruleAllowCost(),
                        w.behindLicence()),
                new Rule(
                        6,
                        w.rulePplNc(),
                        w.ruleEveryoneElse(),
                        w.ruleCommercial(),
                        w.ruleRefuse(),
                        w.behindLicence()),
                new Rule(
                        7,
                        w.ruleCoopyleft(),
                        w.ruleSseCoop(),
                        w.ruleCommercial(),
                        w.ruleAllowCost(),
                        w.behindLicence()),
                new Rule(8, w.ruleCoopyleft(), w.ruleOthers(), w.ruleCommercial(), w.ruleRefuse(), w.behindLicence()),
                new Rule(
                        9,
                        w.ruleNoLicence(),
                        w.ruleAnybody(),
                        w.ruleAnyFabrication(),
                        w.ruleRefuseUntilCleared(),
                        w.behindLicence()));
        return frame.around(template.data("rules", rules), "books");
    }
}
