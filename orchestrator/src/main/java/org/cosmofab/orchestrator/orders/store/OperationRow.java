package org.cosmofab.orchestrator.orders.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.orders.Operation;

@Entity
@Table(name = "operation")
class OperationRow {
    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    OrderRow order;

    int ordinal;
    String part;

    @Column(name = "copy_number")
    int copy;

    String process;
    String material;
    String stage;

    static OperationRow of(Operation operation, OrderRow order, int ordinal) {
        OperationRow row = new OperationRow();
        row.id = operation.id().value();
        row.order = order;
        row.ordinal = ordinal;
        row.part = operation.part();
        row.copy = operation.copy();
        row.process = operation.process().name();
        row.material = operation.material().value();
        row.stage = operation.stage().name();
        return row;
    }

    Operation toOperation() {
        return new Operation(
                new OperationId(id),
                new OrderId(order.id),
                part,
                copy,
                Process.valueOf(process),
                new MaterialId(material),
                Operation.Stage.valueOf(stage));
    }
}
