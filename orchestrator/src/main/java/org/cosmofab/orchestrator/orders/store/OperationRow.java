package org.cosmofab.orchestrator.orders.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.cosmofab.orchestrator.orders.Operation;

@Entity
@Table(name = "operation")
class OperationRow {
    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    int ordinal;
    String part;

    @Column(name = "copy_number")
    int copy;

    String process;
    String material;
    String stage;

    static OperationRow of(Operation operation, int ordinal) {
        OperationRow row = new OperationRow();
        row.id = operation.id().value();
        row.orderId = operation.order().value();
        row.ordinal = ordinal;
        row.part = operation.part();
        row.copy = operation.copy();
        row.process = operation.process().name();
        row.material = operation.material().value();
        row.stage = operation.stage().name();
        return row;
    }
}
