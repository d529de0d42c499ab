package org.cosmofab.orchestrator.orders.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.domain.OrderBook;

/**
 * Operations are read as values and written one by one, never kept as entities: an order may have thousands, and after the
 * order's lock is taken what the session has seen of them before is old.
 */
@ApplicationScoped
class StoredOrders implements OrderBook, PanacheRepositoryBase<OrderRow, UUID> {
    private static final String OPERATIONS =
            "select p.id, p.orderId, p.part, p.copy, p.process, p.material, p.stage from OperationRow p ";

    private static final String OF_ORDERS_AT_STAGE =
            "where p.orderId in (select o.id from OrderRow o where o.stage = ?1) order by p.ordinal";

    private final IdSource ids;

    StoredOrders(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return findByIdOptional(id.value()).map(this::toOrder);
    }

    @Override
    public Optional<Order> byNumber(long number) {
        return find("number", number).firstResultOptional().map(this::toOrder);
    }

    @Override
    public Optional<Order> byQuote(QuoteId quote) {
        return find("quote", quote.value()).firstResultOptional().map(this::toOrder);
    }

    @Override
    public Optional<OrderId> orderOf(OperationId operation) {
        return getEntityManager()
                .createQuery("select p.orderId from OperationRow p where p.id = ?1", UUID.class)
                .setParameter(1, operation.value())
                .getResultStream()
                .findFirst()
                .map(OrderId::new);
    }

    @Override
    public List<Order> newest(long before, int limit) {
        return withOperations(find("number < ?1 order by number desc", before)
                .page(Page.ofSize(limit))
                .list());
    }

    @Override
    public List<Order> newestOf(PartyId requester, long before, int limit) {
        return withOperations(find("requester = ?1 and number < ?2 order by number desc", requester.value(), before)
                .page(Page.ofSize(limit))
                .list());
    }

    @Override
    public List<Order> at(Order.Stage stage) {
        return toOrders(
                find("stage = ?1 order by number", stage.name()).list(),
                getEntityManager()
                        .createQuery(OPERATIONS + OF_ORDERS_AT_STAGE, Object[].class)
                        .setParameter(1, stage.name())
                        .getResultStream());
    }

    @Override
    public Map<DesignVersionId, Long> counts(Set<Order.Stage> stages) {
        return getEntityManager()
                .createQuery(
                        "select o.design, count(o) from OrderRow o where o.stage in ?1 group by o.design",
                        Object[].class)
                .setParameter(1, names(stages))
                .getResultStream()
                .collect(Collectors.toMap(each -> new DesignVersionId((String) each[0]), each -> (Long) each[1]));
    }

    @Override
    public List<Order> of(DesignVersionId design, Set<Order.Stage> stages, int skip, int countMax) {
        List<OrderRow> rows = getEntityManager()
                .createQuery("from OrderRow where design = ?1 and stage in ?2 order by number desc", OrderRow.class)
                .setParameter(1, design.value())
                .setParameter(2, names(stages))
                .setFirstResult(skip)
                .setMaxResults(countMax)
                .getResultList();
        return toOrders(
                rows,
                getEntityManager()
                        .createQuery(OPERATIONS + "where p.orderId in ?1 order by p.ordinal", Object[].class)
                        .setParameter(1, rows.stream().map(row -> row.id).toList())
                        .getResultStream());
    }

    private static List<String> names(Set<Order.Stage> stages) {
        return stages.stream().map(Enum::name).sorted().toList();
    }

    @Override
    public Optional<Order> hold(OrderId id) {
        EntityManager entities = getEntityManager();
        Optional<OrderRow> row = findByIdOptional(id.value());
        // Read again under the lock: what this transaction saw before may be old.
        entities.flush();
        row.ifPresent(each -> entities.refresh(each, LockModeType.PESSIMISTIC_WRITE));
        return row.map(this::toOrder);
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
        int ordinal = 0;
        for (Operation operation : order.operations()) {
            getEntityManager().persist(OperationRow.of(operation, ordinal++));
        }
    }

    @Override
    public void save(Order order) {
        OrderRow row = findByIdOptional(order.id().value()).orElseThrow();
        Map<OperationId, Operation> before =
                operations(row).stream().collect(Collectors.toMap(Operation::id, Function.identity()));
        row.take(order);
        order.operations().stream()
                .filter(operation -> !operation.equals(before.get(operation.id())))
                .forEach(operation -> getEntityManager()
                        .createQuery("update OperationRow set stage = ?2 where id = ?1")
                        .setParameter(1, operation.id().value())
                        .setParameter(2, operation.stage().name())
                        .executeUpdate());
    }

    private Order toOrder(OrderRow row) {
        return row.toOrder(operations(row));
    }

    private List<Order> withOperations(List<OrderRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return toOrders(
                rows,
                getEntityManager()
                        .createQuery(OPERATIONS + "where p.orderId in ?1 order by p.ordinal", Object[].class)
                        .setParameter(1, rows.stream().map(row -> row.id).toList())
                        .getResultStream());
    }

    private static List<Order> toOrders(List<OrderRow> rows, Stream<Object[]> operations) {
        Map<OrderId, List<Operation>> byOrder =
                operations.map(StoredOrders::operation).collect(Collectors.groupingBy(Operation::order));
        return rows.stream()
                .map(row -> row.toOrder(byOrder.getOrDefault(new OrderId(row.id), List.of())))
                .toList();
    }

    private List<Operation> operations(OrderRow row) {
        return getEntityManager()
                .createQuery(OPERATIONS + "where p.orderId = ?1 order by p.ordinal", Object[].class)
                .setParameter(1, row.id)
                .getResultStream()
                .map(StoredOrders::operation)
                .toList();
    }

    private static Operation operation(Object[] columns) {
        return new Operation(
                new OperationId((UUID) columns[0]),
                new OrderId((UUID) columns[1]),
                (String) columns[2],
                (Integer) columns[3],
                Process.valueOf((String) columns[4]),
                new MaterialId((String) columns[5]),
                Operation.Stage.valueOf((String) columns[6]));
    }
}
