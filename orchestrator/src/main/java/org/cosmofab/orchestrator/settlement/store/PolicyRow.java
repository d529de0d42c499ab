package org.cosmofab.orchestrator.settlement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.cosmofab.orchestrator.settlement.domain.Policy;
import org.hibernate.annotations.Immutable;

/** A policy in its table. */
@Entity
@Immutable
@Table(name = "fee_policy")
class PolicyRow {
    @Id
    String version;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "fee_per_mille")
    int feePerMille;

    @Column(name = "pool_per_mille")
    int poolPerMille;

    @Column(name = "upstream_per_mille")
    int upstreamPerMille;

    @Column(name = "credits_offset")
    boolean creditsOffset;

    static PolicyRow of(Policy policy) {
        PolicyRow row = new PolicyRow();
        row.version = policy.version();
        row.validFrom = policy.validFrom();
        row.feePerMille = policy.feePerMille();
        row.poolPerMille = policy.poolPerMille();
        row.upstreamPerMille = policy.upstreamPerMille();
        row.creditsOffset = policy.creditsOffset();
        return row;
    }

    Policy policy() {
        return new Policy(version, validFrom, feePerMille, poolPerMille, upstreamPerMille, creditsOffset);
    }
}
