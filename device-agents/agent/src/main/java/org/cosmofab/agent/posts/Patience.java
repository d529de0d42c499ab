package org.cosmofab.agent.posts;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that others wait for, in real time and not for ever. */
final class Patience {
    private final CountDownLatch over = new CountDownLatch(1);

    void end() {
        over.countDown();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Whether it is over, after at most so long; a thread that is told to end does not wait. */
    boolean isOverWithin(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
