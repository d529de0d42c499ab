package org.cosmofab.orchestrator.accounting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.domain.Chain;
import org.cosmofab.orchestrator.accounting.domain.Seal;
import org.cosmofab.orchestrator.accounting.domain.SealedBatch;

/** The chain in the database. */
@ApplicationScoped
class StoredChain implements Chain {
    private final EntryRows entries;
    private final EntityManager database;

    StoredChain(EntryRows entries, EntityManager database) {
        this.entries = entries;
        this.database = database;
    }

    @Override
    public void lock() {
        entries.lock("chain");
    }

    @Override
    public Optional<SealedBatch> head() {
        return seals("order by number desc", 0, 1).stream().findFirst();
    }

    @Override
    public String headHash() {
        return database.createQuery("select s.hash from SealRow s order by s.number desc", String.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse("");
    }

    @Override
    public List<BookedEntry> unsealed(long after, int limit) {
        List<EntryRow> rows = database.createQuery(
                        "select e from EntryRow e join UnsealedRow u on u.entryNumber = e.number"
                                + " where e.number > :after order by e.number",
                        EntryRow.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        return entries.values(rows);
    }

    @Override
    public void append(Seal seal) {
        database.persist(SealRow.of(seal));
        database.flush();
        database.createQuery("delete from UnsealedRow u where u.entryNumber in :members")
                .setParameter(
                        "members",
                        seal.members().stream().map(Seal.Member::entry).toList())
                .executeUpdate();
    }

    @Override
    public List<SealedBatch> after(long number, int limit) {
        return seals("order by number", number, limit);
    }

    @Override
    public Optional<Long> stray() {
        // One statement, so that a sealing at the same time is seen wholly or not at all.
        String strays = """
                select min(e.number) from EntryRow e
                where not exists (select 1 from UnsealedRow u where u.entryNumber = e.number)
                  and not exists (select 1 from SealRow s join s.members m where m = e.number)""";
        return Optional.ofNullable(database.createQuery(strays, Long.class).getSingleResult());
    }

    private List<SealedBatch> seals(String order, long after, int limit) {
        List<SealRow> rows = database.createQuery("from SealRow where number > :after " + order, SealRow.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        List<SealedBatch> batches = rows.stream().map(this::batch).toList();
        rows.forEach(database::detach);
        return batches;
    }

    private SealedBatch batch(SealRow row) {
        List<EntryRow> members = database.createQuery("from EntryRow where number in :members", EntryRow.class)
                .setParameter("members", row.members)
                .getResultList();
        return new SealedBatch(row.number, row.previous, row.sealedAt, row.hash, row.members, entries.values(members));
    }
}
