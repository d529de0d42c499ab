package org.cosmofab.orchestrator.quoting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.OrderChanged;
import org.cosmofab.orchestrator.orders.OrderMade;
import org.cosmofab.orchestrator.orders.Orders;

/** Frees what an order had reserved when it needs it no more, in the transaction that says so. */
@ApplicationScoped
class Reservations {
    private final Orders orders;
    private final Materials materials;

    Reservations(Orders orders, Materials materials) {
        this.orders = orders;
        this.materials = materials;
    }

    void made(@Observes OrderMade event) {
        materials.release(event.order());
    }

    void changed(@Observes OrderChanged event) {
        if (isCancelled(event.order())) {
            materials.release(event.order());
        }
    }

    private boolean isCancelled(OrderId order) {
        return orders.find(order)
                .filter(each -> each.stage() == Order.Stage.CANCELLED)
                .isPresent();
    }
}
