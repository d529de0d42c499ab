package org.cosmofab.orchestrator.orders.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.domain.OrderBook;

@ApplicationScoped
class StoredOrders implements OrderBook, PanacheRepositoryBase<OrderRow, UUID> {
    private static final String WITH_OPERATIONS = "select distinct o from OrderRow o left join fetch o.operations ";

    private final IdSource ids;

    StoredOrders(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return findByIdOptional(id.value()).map(OrderRow::toOrder);
    }

    @Override
    public Optional<Order> byNumber(long number) {
        return find("number", number).firstResultOptional().map(OrderRow::toOrder);
    }

    @Override
    public Optional<Order> byQuote(QuoteId quote) {
        return find("quote", quote.value()).firstResultOptional().map(OrderRow::toOrder);
    }

    @Override
    public Optional<OrderId> orderOf(OperationId operation) {
        return getEntityManager()
                .createQuery("select p.order.id from OperationRow p where p.id = ?1", UUID.class)
                .setParameter(1, operation.value())
                .getResultStream()
                .findFirst()
                .map(OrderId::new);
    }

    @Override
    public List<Order> all() {
        return find(WITH_OPERATIONS + "order by o.number desc").stream()
                .map(OrderRow::toOrder)
                .toList();
    }

    @Override
    public List<Order> at(Order.Stage stage) {
        return find(WITH_OPERATIONS + "where o.stage = ?1 order by o.number", stage.name()).stream()
                .map(OrderRow::toOrder)
                .toList();
    }

    @Override
    public Optional<Order> hold(OrderId id) {
        EntityManager entities = getEntityManager();
        Optional<OrderRow> row = findByIdOptional(id.value());
        // Read again under the lock: what this transaction saw before may be old.
        entities.flush();
        row.ifPresent(each -> entities.refresh(each, LockModeType.PESSIMISTIC_WRITE));
        return row.map(OrderRow::toOrder);
    }

    @Override
    public void holdNumbers() {
        getEntityManager()
                .createNativeQuery("select last_number from order_counter where id = 1 for update", Long.class)
                .getSingleResult();
    }

    @Override
    public long nextNumber() {
        getEntityManager()
                .createNativeQuery("update order_counter set last_number = last_number + 1 where id = 1")
                .executeUpdate();
        return (Long) getEntityManager()
                .createNativeQuery("select last_number from order_counter where id = 1", Long.class)
                .getSingleResult();
    }

    @Override
    public void add(Order order) {
        persist(OrderRow.of(order, ids.issuer()));
    }

    @Override
    public void save(Order order) {
        findByIdOptional(order.id().value()).orElseThrow().take(order);
    }
}
