package org.cosmofab.orchestrator.making;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.orchestrator.kernel.IdSource;

/** Ids that count from 1, so that a test can tell what they will be. */
public final class CountedIds implements IdSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | last.incrementAndGet());
    }

    @Override
    public String secret(int bytes) {
        return "secret-" + last.incrementAndGet();
    }

    @Override
    public String issuer() {
        return "node-under-test";
    }
}
