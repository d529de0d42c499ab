package org.cosmofab.orchestrator.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Messages on their way out: one at a time, the rest waiting in a bounded queue. With several unanswered at once the
 * embedded broker, whose journal is synced, was seen to swap neighbours; and Mosquitto refuses more than 20, which the
 * client then loses.
 */
final class OutgoingMessages {
    private static final int WAITING_MAX = 5_000;

    /** One message. */
    record Message(String topic, byte[] payload) {}

    private final Consumer<Message> send;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private boolean unanswered;

    /**
     * @param send hands one message to the client and returns at once; {@link #answered()} is called when it is done
     */
    OutgoingMessages(Consumer<Message> send) {
        this.send = send;
    }

    /**
     * Sends now or soon.
     *
     * @return false if the queue is full and the message was dropped
     */
    synchronized boolean offer(Message message) {
        if (waiting.size() >= WAITING_MAX) {
            return false;
        }
        waiting.add(message);
        sendNext();
        return true;
    }

    /** One message was acknowledged, refused or lost. */
    synchronized void answered() {
        unanswered = false;
        sendNext();
    }

    /** The connection is gone, and all that waited with it. */
    synchronized void dropAll() {
        waiting.clear();
        unanswered = false;
    }

    private void sendNext() {
        if (!unanswered && !waiting.isEmpty()) {
            unanswered = true;
            send.accept(waiting.remove());
        }
    }
}
