package org.cosmofab.agent.domain;

import java.util.concurrent.CompletionStage;

/** The way to the orchestrator: keeps itself connected, and says when it is. */
public interface Link extends AutoCloseable {

    /** Begins to connect, and connects again whenever the connection is lost. Returns at once. */
    void open(Listener listener);

    /** Replaces what others see of this agent; without a connection nothing is kept. */
    void tellPresence(String message);

    /** Shows a moment; dropped without a connection. */
    void tellTelemetry(String message);

    /** Ends normally once the broker has the message, exceptionally if that cannot be said. */
    CompletionStage<Void> tellEvent(String message);

    /** Lets what was told go out, within a moment, and disconnects. Never throws. */
    @Override
    void close();

    /** Told of the connection, on threads of the link; must return quickly. */
    interface Listener {
        void connected();

        /** A command came; the bytes are as the broker gave them. */
        void received(byte[] message);
    }
}
