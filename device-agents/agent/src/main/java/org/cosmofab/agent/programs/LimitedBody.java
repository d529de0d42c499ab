package org.cosmofab.agent.programs;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The first bytes of an answer's body; what would be too much is not even read. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int bytesMax;
    private final AtomicLong received;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** @param received counts what comes, for whoever wonders whether anything still does */
    LimitedBody(int bytesMax, AtomicLong received) {
        this.bytesMax = bytesMax;
        this.received = received;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
        endIfFull();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            received.addAndGet(buffer.remaining());
            byte[] bytes = new byte[Math.min(buffer.remaining(), bytesMax - taken.size())];
            buffer.get(bytes);
            taken.writeBytes(bytes);
        }
        endIfFull();
    }

    private void endIfFull() {
        if (taken.size() == bytesMax && subscription != null) {
            subscription.cancel();
            body.complete(taken.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(taken.toByteArray());
    }
}
