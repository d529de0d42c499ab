package org.cosmofab.orchestrator.accounting.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.accounting.BookedEntry;

/** Rows of entries, read as values and let go of, so that a long journal does not stay in memory. */
@ApplicationScoped
class EntryRows implements PanacheRepositoryBase<EntryRow, Long> {

    /** Waits for the lock of that name and keeps it until the transaction ends. */
    void lock(String name) {
        getEntityManager().find(LockRow.class, name, LockModeType.PESSIMISTIC_WRITE);
    }

    List<BookedEntry> values(List<EntryRow> rows) {
        Map<Long, Long> seals = seals(rows.stream().map(row -> row.number).toList());
        List<BookedEntry> entries = rows.stream()
                .map(row -> new BookedEntry(
                        row.number,
                        row.issuer,
                        row.entry(),
                        row.contentHash,
                        Optional.ofNullable(seals.get(row.number))))
                .toList();
        rows.forEach(getEntityManager()::detach);
        return entries;
    }

    private Map<Long, Long> seals(List<Long> numbers) {
        Map<Long, Long> seals = new HashMap<>();
        if (!numbers.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "select m, s.number from SealRow s join s.members m where m in :numbers", Object[].class)
                    .setParameter("numbers", numbers)
                    .getResultList()
                    .forEach(pair -> seals.put((Long) pair[0], (Long) pair[1]));
        }
        return seals;
    }
}
