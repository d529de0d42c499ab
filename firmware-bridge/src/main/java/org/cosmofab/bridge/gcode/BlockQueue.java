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
    private boolean settled = true;

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
        settled = true;
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
        settled = false;
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
     * plan that can be kept.
     */
    private void settle() {
        if (settled) {
            return;
        }
        settled = true;
        double exit = 0;
        for (int i = size - 1; i >= (entryIsFinal ? 1 : 0); i--) {
            Block block = at(i);
            double reachable = block.rests() ? block.entrySquaredMax : exit + block.reach();
            block.entrySquared = Math.min(block.entrySquaredMax, reachable);
            exit = block.entrySquared;
        }
        for (int i = 1; i < size; i++) {
            Block before = at(i - 1);
            if (!before.rests()) {
                at(i).entrySquared = Math.min(at(i).entrySquared, before.entrySquared + before.reach());
            }
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
