package org.cosmofab.bridge.gcode;

import org.jspecify.annotations.Nullable;

/**
 * Blocks waiting to be run, oldest first, and the two passes that settle at which speed each is entered. Not
 * thread-safe; blocks are reused.
 */
final class BlockQueue {
    private static final int CAPACITY_AT_START = 32;

    private Block[] ring = blocks(CAPACITY_AT_START);
    private int head;
    private int size;
    /** So many of the oldest blocks were there when entries were settled last. */
    private int settled;

    /** What came before the oldest block has been run with the speed at which this one is entered. */
    private boolean entryIsFinal;

    private @Nullable Block last;

    int size() {
        return size;
    }

    /** The block appended last, even if it was taken since; null if there was none. */
    @Nullable
    Block last() {
        return last;
    }

    void clear() {
        size = 0;
        last = null;
        settled = 0;
        entryIsFinal = false;
    }

    /** The block to be filled and then appended. */
    Block next() {
        // One block more than are waiting stays untouched: the last one is looked at even after it was taken.
        if (size + 1 >= ring.length) {
            grow();
        }
        return at(size);
    }

    /** Appends the block that {@link #next()} gave. */
    void append() {
        last = at(size);
        size++;
    }

    PlannedMove take() {
        settle();
        Block block = at(0);
        PlannedMove planned =
                new PlannedMove(block.move, block.fromFraction, block.toFraction, profile(0), block.restSeconds);
        drop();
        return planned;
    }

    double takeSeconds() {
        settle();
        double seconds = seconds(0);
        drop();
        return seconds;
    }

    double pendingSeconds() {
        settle();
        double seconds = 0;
        for (int i = 0; i < size; i++) {
            seconds += seconds(i);
        }
        return seconds;
    }

    private double seconds(int index) {
        return profile(index).seconds() + at(index).restSeconds;
    }

    private void drop() {
        head = (head + 1) & (ring.length - 1);
        size--;
        settled--;
        entryIsFinal = size > 0;
    }

    private SpeedProfile profile(int index) {
        Block block = at(index);
        if (block.rests()) {
            return SpeedProfile.REST;
        }
        double exitSquared = index + 1 < size ? at(index + 1).entrySquared : 0;
        return SpeedProfile.quickest(
                Math.sqrt(block.entrySquared), block.nominal, Math.sqrt(exitSquared), block.acceleration, block.length);
    }

    /**
     * Settles every entry but one that is final. The last block ends at rest, so that whatever is appended later finds a
     * plan that can be kept. What later blocks do not change is left as it was settled before, so that a long queue costs
     * little more than a short one.
     */
    private void settle() {
        int first = entryIsFinal ? 1 : 0;
        if (settled < size) {
            limitForwards(boundBackwards(first));
            settled = size;
        }
    }

    /**
     * Bounds entries by what can still be slowed down from.
     *
     * @return the first entry whose bound changed
     */
    private int boundBackwards(int first) {
        double exit = 0;
        for (int i = size - 1; i >= first; i--) {
            Block block = at(i);
            double reachable = block.rests() ? block.entrySquaredMax : exit + block.reach();
            double bound = Math.min(block.entrySquaredMax, reachable);
            if (i < settled && bound == block.entrySquaredBound) {
                return i + 1;
            }
            block.entrySquaredBound = bound;
            exit = bound;
        }
        return first;
    }

    /** Limits entries by what can be sped up to. */
    private void limitForwards(int from) {
        for (int i = from; i < size; i++) {
            Block block = at(i);
            double reachable = i == 0 || at(i - 1).rests()
                    ? Double.MAX_VALUE
                    : at(i - 1).entrySquared + at(i - 1).reach();
            block.entrySquared = Math.min(block.entrySquaredBound, reachable);
        }
    }

    private Block at(int index) {
        return ring[(head + index) & (ring.length - 1)];
    }

    private void grow() {
        Block[] larger = new Block[ring.length * 2];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = i < ring.length ? at(i) : new Block();
        }
        ring = larger;
        head = 0;
    }

    private static Block[] blocks(int count) {
        Block[] blocks = new Block[count];
        for (int i = 0; i < count; i++) {
            blocks[i] = new Block();
        }
        return blocks;
    }
}
