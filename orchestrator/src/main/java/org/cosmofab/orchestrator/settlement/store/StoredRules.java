package org.cosmofab.orchestrator.settlement.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.settlement.domain.Policy;
import org.cosmofab.orchestrator.settlement.domain.RuleBook;
import org.cosmofab.orchestrator.settlement.domain.Tariff;

/** Tariffs and policies in the database. */
@ApplicationScoped
class StoredRules implements RuleBook {
    private final EntityManager database;

    StoredRules(EntityManager database) {
        this.database = database;
    }

    @Override
    public Tariff tariff(Instant at) {
        return inForce(TariffRow.class, at).tariff();
    }

    @Override
    public Policy policy(Instant at) {
        return inForce(PolicyRow.class, at).policy();
    }

    @Override
    public Tariff tariff(String version) {
        return byVersion(TariffRow.class, version).tariff();
    }

    @Override
    public Policy policy(String version) {
        return byVersion(PolicyRow.class, version).policy();
    }

    @Override
    public void publish(Tariff tariff) {
        database.persist(TariffRow.of(tariff));
    }

    @Override
    public void publish(Policy policy) {
        database.persist(PolicyRow.of(policy));
    }

    private <T> T byVersion(Class<T> rows, String version) {
        return Optional.ofNullable(database.find(rows, version))
                .orElseThrow(() -> new IllegalStateException("there is no rule of version " + version));
    }

    private <T> T inForce(Class<T> rows, Instant at) {
        return database.createQuery(
                        "from " + rows.getSimpleName() + " where validFrom <= :at order by validFrom desc", rows)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule is in force at " + at));
    }
}
