package org.cosmofab.bridge.finding;

import java.util.concurrent.atomic.AtomicReference;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireOpener;
import org.jspecify.annotations.Nullable;

/** Hands a wire that is open already to whoever opens first: opening it anew would reset most boards once more. */
public final class OpenedWire implements WireOpener {
    private final AtomicReference<@Nullable Wire> opened;
    private final WireOpener later;

    public OpenedWire(Wire opened, WireOpener later) {
        this.opened = new AtomicReference<>(opened);
        this.later = later;
    }

    @Override
    public Wire open() {
        @Nullable Wire first = opened.getAndSet(null);
        return first == null ? later.open() : first;
    }
}
