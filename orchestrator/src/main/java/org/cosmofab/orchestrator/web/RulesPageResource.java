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
import java.util.TreeMap;
import org.cosmofab.orchestrator.settlement.PublishedRules;

/** The licence and membership rules in the order in which they are asked, and the rates. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
@Blocking
class RulesPageResource {
    private final Template template;
    private final PublishedRules rules;
    private final Frame frame;

    RulesPageResource(@Location("web/rules") Template template, PublishedRules rules, Frame frame) {
        this.template = template;
        this.rules = rules;
        this.frame = frame;
    }

    /**
     * One rule in words.
     *
     * @param look of its decision's badge
     */
    public record Rule(
            int number, String licence, String who, String use, String decision, String look, String behind) {}

    /** What something costs. */
    public record Rate(String what, String amount) {}

    @GET
    @PermitAll
    public TemplateInstance page() {
        RuleWords words = new RuleWords(Words.rule(frame.locale()), frame.show());
        List<Rule> table = rules.licenceRules().stream().map(words::rule).toList();
        PublishedRules.FeePolicy fee = rules.feePolicy();
        PublishedRules.Rates rates = rules.rates();
        return frame.around(
                template.data("rules", table)
                        .data("fee", words.fee(fee))
                        .data("feeVersion", fee.version())
                        .data("rates", rates(rates))
                        .data("ratesVersion", rates.version()),
                "rules");
    }

    private List<Rate> rates(PublishedRules.Rates rates) {
        RuleMsg words = Words.rule(frame.locale());
        Msg common = Words.common(frame.locale());
        Show show = frame.show();
        List<Rate> lines = new java.util.ArrayList<>();
        new TreeMap<>(rates.machineHour())
                .forEach((process, amount) ->
                        lines.add(new Rate(Common.process(process, common), words.anHour(show.euro(amount)))));
        lines.add(new Rate(common.energyWord(), words.aKilowattHour(show.euro(rates.energy()))));
        lines.add(new Rate(common.labourWord(), words.anHour(show.euro(rates.labour()))));
        lines.add(new Rate(common.materialWord(), words.atLotPrice()));
        return lines;
    }
}
