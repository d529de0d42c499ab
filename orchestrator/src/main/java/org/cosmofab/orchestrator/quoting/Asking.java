package org.cosmofab.orchestrator.quoting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.quoting.domain.Estimate;
import org.cosmofab.orchestrator.quoting.domain.PreparedPart;
import org.cosmofab.orchestrator.scheduling.Scheduling;
import org.cosmofab.orchestrator.settlement.Settlement;
import org.cosmofab.orchestrator.settlement.Statement;

/** Works a quote out. Blocks while programs are prepared, so it runs outside of any transaction. */
@ApplicationScoped
class Asking {
    private static final int QUANTITY_MAX = 500;

    private final Catalog catalog;
    private final Parties parties;
    private final PartPreparation parts;
    private final Settlement settlement;
    private final Scheduling scheduling;

    /** What is asked for. */
    record Wish(PartyId requester, DesignVersionId design, int quantity, Use use) {}

    /** What it would cost, when it would be done, and what would have to be reserved. */
    record Answer(Statement statement, Instant promisedAt, Map<MaterialId, Long> needs) {}

    Asking(Catalog catalog, Parties parties, PartPreparation parts, Settlement settlement, Scheduling scheduling) {
        this.catalog = catalog;
        this.parties = parties;
        this.parts = parts;
        this.settlement = settlement;
        this.scheduling = scheduling;
    }

    Result<Answer> answer(Wish wish) {
        return quantity(wish)
                .then(quantity -> design(wish)
                        .then(design -> requester(wish)
                                .then(requester -> parts.prepare(design, quantity)
                                        .then(prepared -> price(wish, design, requester, prepared)))));
    }

    private Result<Answer> price(Wish wish, DesignVersion design, Party requester, List<PreparedPart> prepared) {
        return settlement
                .price(Estimate.quantities(prepared, wish.quantity()), design, requester, wish.use())
                .then(statement -> scheduling
                        .promise(design, wish.quantity())
                        .map(promisedAt ->
                                new Answer(statement, promisedAt, Estimate.needs(prepared, wish.quantity()))));
    }

    private static Result<Integer> quantity(Wish wish) {
        return wish.quantity() >= 1 && wish.quantity() <= QUANTITY_MAX
                ? Result.done(wish.quantity())
                : Result.refused(Refusal.of(
                                QuoteRefusal.QUANTITY_OUT_OF_RANGE,
                                "a quote is for 1 to " + QUANTITY_MAX + " objects, not for " + wish.quantity())
                        .with("quantityMax", QUANTITY_MAX));
    }

    private Result<DesignVersion> design(Wish wish) {
        return catalog.version(wish.design())
                .map(Result::done)
                .orElseGet(() -> Result.refused(Refusal.of(
                        QuoteRefusal.DESIGN_NOT_HERE, "this workshop has no design version " + wish.design())));
    }

    private Result<Party> requester(Wish wish) {
        return parties.find(wish.requester())
                .map(Result::done)
                .orElseGet(() -> Result.refused(Refusal.of(
                        QuoteRefusal.REQUESTER_NOT_KNOWN,
                        "this workshop knows no party " + wish.requester() + "; register it first")));
    }
}
