package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.Statement.Decision;
import org.cosmofab.orchestrator.settlement.Statement.Line;
import org.cosmofab.orchestrator.settlement.Statement.Verdict;
import org.cosmofab.orchestrator.settlement.domain.Chart;
import org.cosmofab.orchestrator.settlement.domain.Costs;
import org.cosmofab.orchestrator.settlement.domain.LicenceRules;
import org.cosmofab.orchestrator.settlement.domain.Policy;
import org.cosmofab.orchestrator.settlement.domain.Pricing;
import org.cosmofab.orchestrator.settlement.domain.Rooms;
import org.cosmofab.orchestrator.settlement.domain.RuleBook;
import org.cosmofab.orchestrator.settlement.domain.Rules;
import org.cosmofab.orchestrator.settlement.domain.Shares;
import org.cosmofab.orchestrator.settlement.domain.Tariff;

/** Prices quantities by tariff, policy and licence rule. */
@ApplicationScoped
class Prices {
    private final Rooms rooms;
    private final RuleBook rules;
    private final Books books;

    Prices(Rooms rooms, RuleBook rules, Books books) {
        this.rooms = rooms;
        this.rules = rules;
        this.books = books;
    }

    /** The rules in force. */
    Rules rules(Instant at) {
        return new Rules(rules.tariff(at), rules.policy(at));
    }

    /** The rules its requester was quoted by; of an order that does not tell, those in force when it was placed. */
    Rules rules(Order order, Instant now) {
        return order.pricedBy()
                .map(by -> new Rules(rules.tariff(by.tariff()), rules.policy(by.policy())))
                .orElseGet(() -> rules(order.milestones().getOrDefault(Order.Stage.PLACED, now)));
    }

    /** Refused if the licence rule refuses, or if there is no rate for something. */
    Result<Statement> statement(Quantities used, DesignVersion design, Party requester, Use use, Rules by) {
        Policy policy = by.policy();
        Decision decision = LicenceRules.decide(
                design.licenceClass(),
                new LicenceRules.Asker(requester.standing(), requester.termsAccepted()),
                use,
                LicenceRules.Deed.FABRICATE,
                policy.feePerMille());
        if (decision.verdict() == Verdict.REFUSE) {
            return Result.refused(refusal(design, decision));
        }
        Tariff tariff = by.tariff();
        Amount credits = books.balance(Chart.credits(requester.id()), Commodity.RC);
        Shares shares = new Shares(
                policy,
                rooms.association().id(),
                rooms::design,
                party -> rooms.party(party).isPresent());
        return costs(used, tariff)
                .map(lines ->
                        Pricing.statement(lines, decision, credits, tariff, policy, fee -> shares.of(fee, design)));
    }

    /** Cost lines at a tariff. */
    Result<List<Line>> costs(Quantities used, Tariff tariff) {
        Map<MachineId, Process> processes = new HashMap<>();
        Map<LotId, Amount> pricePerKg = new HashMap<>();
        for (Quantities.Line line : used.lines()) {
            rooms.process(line.machine()).ifPresent(process -> processes.put(line.machine(), process));
            rooms.lot(line.lot()).ifPresent(lot -> pricePerKg.put(line.lot(), lot.pricePerKg()));
        }
        return new Costs(tariff, processes, pricePerKg).lines(used);
    }

    /** Machine-seconds on the capacity accounts of the machines in these lines. */
    Map<String, Long> capacityHeld(List<Line> lines) {
        Map<String, Long> held = new HashMap<>();
        lines.stream()
                .filter(line -> line.what() == Statement.Kind.MACHINE)
                .forEach(line -> held.put(
                        line.about(),
                        books.balance(Chart.capacity(line.about()), Commodity.MS)
                                .minorUnits()));
        return held;
    }

    private static Refusal refusal(DesignVersion design, Decision decision) {
        String remedy = decision.rule() == 9
                ? "its licence is missing or cannot be read; ask the designers to state it"
                : "its licence reserves this use; ask the licensor for an agreement of your own";
        return Refusal.of(
                        SettlementRefusal.LICENCE_REFUSES,
                        "rule " + decision.rule() + " refuses " + design.slug() + " (" + design.licence() + "): "
                                + remedy)
                .with("rule", decision.rule())
                .with("enforceability", decision.enforceability().name())
                .with("licence", design.licence());
    }
}
