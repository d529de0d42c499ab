package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.settlement.Statement;
import org.cosmofab.orchestrator.settlement.domain.Bill;
import org.hibernate.annotations.Immutable;

/** A bill in its table, as it was settled. */
@Entity
@Immutable
@Table(name = "settlement")
class SettlementRow {
    @Id
    @Column(name = "order_id")
    UUID order;

    String job;
    String requester;
    String design;

    @Column(name = "settled_at")
    Instant settledAt;

    long base;
    int rule;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    Statement.Verdict verdict;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    Statement.Enforceability enforceability;

    @Column(name = "rate_per_mille")
    int ratePerMille;

    @Column(name = "fee_gross")
    long feeGross;

    @Column(name = "credits_redeemed")
    long creditsRedeemed;

    @Column(name = "fee_cash")
    long feeCash;

    long total;

    @Column(name = "tariff_version")
    String tariffVersion;

    @Column(name = "policy_version")
    String policyVersion;

    @ElementCollection
    @CollectionTable(name = "settlement_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "place")
    List<LineColumns> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "settlement_share", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "place")
    List<ShareColumns> shares = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "settlement_attempt", joinColumns = @JoinColumn(name = "order_id"))
    @Column(name = "attempt_id")
    Set<UUID> attempts = new HashSet<>();

    static SettlementRow of(Bill bill, Instant settledAt, List<AttemptId> billed) {
        Statement statement = bill.statement();
        SettlementRow row = new SettlementRow();
        row.order = bill.order().value();
        row.job = bill.job();
        row.requester = bill.requester().value();
        row.design = bill.design().value();
        row.settledAt = settledAt;
        row.base = statement.base().minorUnits();
        row.rule = statement.decision().rule();
        row.verdict = statement.decision().verdict();
        row.enforceability = statement.decision().enforceability();
        row.ratePerMille = statement.decision().ratePerMille();
        row.feeGross = statement.feeGross().minorUnits();
        row.creditsRedeemed = statement.creditsRedeemed().minorUnits();
        row.feeCash = statement.feeCash().minorUnits();
        row.total = statement.total().minorUnits();
        row.tariffVersion = statement.tariffVersion();
        row.policyVersion = statement.policyVersion();
        statement.lines().forEach(line -> row.lines.add(LineColumns.of(line)));
        statement.shares().forEach(share -> row.shares.add(ShareColumns.of(share)));
        billed.forEach(attempt -> row.attempts.add(attempt.value()));
        return row;
    }

    Bill bill() {
        Statement statement = new Statement(
                lines.stream().map(LineColumns::line).toList(),
                Amount.microEuro(base),
                new Statement.Decision(rule, verdict, enforceability, ratePerMille),
                Amount.microEuro(feeGross),
                new Amount(creditsRedeemed, Commodity.RC),
                Amount.microEuro(feeCash),
                Amount.microEuro(total),
                shares.stream().map(ShareColumns::share).toList(),
                tariffVersion,
                policyVersion);
        return new Bill(new OrderId(order), job, new PartyId(requester), new DesignVersionId(design), statement);
    }
}
