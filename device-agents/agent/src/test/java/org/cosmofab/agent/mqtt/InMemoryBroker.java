package org.cosmofab.agent.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cosmofab.agent.domain.Link;
import org.jspecify.annotations.Nullable;

/** A broker for one agent, without a wire; keeps commands while the line is cut. */
public final class InMemoryBroker implements LinkContract.FarSide {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> telemetry = new CopyOnWriteArrayList<>();
    private final Queue<String> waiting = new ArrayDeque<>();
    private volatile String presence = "";
    private volatile boolean cut;
    private @Nullable InMemoryLink connected;

    @Override
    public Link newLink(String lastWill) {
        return new InMemoryLink(lastWill);
    }

    @Override
    public synchronized void send(String command) {
        waiting.add(command);
        deliver();
    }

    @Override
    public List<String> events() {
        return events;
    }

    @Override
    public List<String> telemetry() {
        return telemetry;
    }

    @Override
    public String presence() {
        return presence;
    }

    @Override
    public synchronized void cut() {
        cut = true;
        if (connected != null) {
            presence = connected.lastWill;
        }
    }

    @Override
    public void mend() {
        InMemoryLink again;
        synchronized (this) {
            cut = false;
            again = connected;
        }
        if (again != null && again.listener != null) {
            again.listener.connected();
        }
        synchronized (this) {
            deliver();
        }
    }

    @Override
    public void close() {
        cut = true;
    }

    /** The agent that was connected is gone for good. */
    public synchronized void forget() {
        if (connected != null) {
            connected.closed = true;
        }
        connected = null;
    }

    private void deliver() {
        InMemoryLink to = connected;
        while (!cut && to != null && to.listener != null && !waiting.isEmpty()) {
            to.listener.received(waiting.remove().getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class InMemoryLink implements Link {
        private final String lastWill;
        private volatile @Nullable Listener listener;
        private volatile boolean closed;

        InMemoryLink(String lastWill) {
            this.lastWill = lastWill;
        }

        @Override
        public void open(Listener owner) {
            synchronized (InMemoryBroker.this) {
                listener = owner;
                connected = this;
            }
            if (!cut) {
                mend();
            }
        }

        @Override
        public void tellPresence(String message) {
            if (passes()) {
                presence = message;
            }
        }

        @Override
        public void tellTelemetry(String message) {
            if (passes()) {
                telemetry.add(message);
            }
        }

        @Override
        public CompletionStage<Void> tellEvent(String message) {
            if (!passes()) {
                return CompletableFuture.failedFuture(new NotConnected("the agent"));
            }
            events.add(message);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            synchronized (InMemoryBroker.this) {
                closed = true;
                connected = connected == this ? null : connected;
            }
        }

        private boolean passes() {
            return !cut && !closed;
        }
    }
}
