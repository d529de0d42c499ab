package org.cosmofab.orchestrator.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Party;

/** A euro for each machine-second, and the quantities it was asked for, to look at. */
@Alternative
@ApplicationScoped
public class FakeSettlement extends Settlement {
    private volatile Optional<Quantities> asked = Optional.empty();
    private volatile Optional<Refusal> refusal = Optional.empty();

    FakeSettlement() {
        super(null, null, null, null);
    }

    public Optional<Quantities> asked() {
        return asked;
    }

    public void refuse(Optional<Refusal> with) {
        refusal = with;
    }

    @Override
    public Result<Statement> price(Quantities quantities, DesignVersion design, Party requester, Use use) {
        asked = Optional.of(quantities);
        return refusal.<Result<Statement>>map(Result::refused).orElseGet(() -> Result.done(statement(quantities)));
    }

    private static Statement statement(Quantities quantities) {
        List<Statement.Line> lines = quantities.lines().stream()
                .map(line -> new Statement.Line(
                        Statement.Kind.MACHINE,
                        line.part(),
                        new Amount(line.machineSeconds(), Commodity.MS),
                        Amount.microEuro(3_600_000_000L),
                        Amount.microEuro(line.machineSeconds() * 1_000_000)))
                .toList();
        Amount base = lines.stream().map(Statement.Line::amount).reduce(Amount.zero(Commodity.EUR), Amount::plus);
        Statement.Share share = new Statement.Share(
                new org.cosmofab.orchestrator.kernel.PartyId("p-ada"), Optional.of(0), Optional.of("lamp"), base);
        return new Statement(
                lines,
                base,
                new Statement.Decision(1, Statement.Verdict.ALLOW, Statement.Enforceability.NONE, 0),
                Amount.zero(Commodity.EUR),
                new Amount(0, Commodity.RC),
                Amount.zero(Commodity.EUR),
                base,
                List.of(share),
                "tariff-1",
                "policy-1");
    }
}
