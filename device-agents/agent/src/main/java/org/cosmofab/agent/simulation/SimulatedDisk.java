package org.cosmofab.agent.simulation;

import java.io.IOException;
import java.util.Arrays;
import org.cosmofab.agent.journal.LogFile;

/** A disk behind a cache, which crashes on request at any of its operations, in the middle of a write too. */
final class SimulatedDisk implements LogFile {
    private final Chance chance;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int durable;
    private int operationsLeft = Integer.MAX_VALUE;
    private boolean full;

    SimulatedDisk(Chance chance) {
        this.chance = chance;
    }

    /** The process ends within the next so many operations. */
    void crashWithin(int operations) {
        operationsLeft = chance.below(operations);
    }

    void disarm() {
        operationsLeft = Integer.MAX_VALUE;
    }

    void full(boolean now) {
        full = now;
    }

    /** What was not forced reached the disk up to some byte, or not at all. */
    void losePower() {
        length = durable + chance.below(length - durable + 1);
        durable = length;
    }

    private void pass() {
        if (operationsLeft-- <= 0) {
            throw new Crash();
        }
    }

    @Override
    public byte[] read() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void truncate(long to) {
        pass();
        length = (int) Math.min(length, to);
        durable = Math.min(durable, length);
    }

    @Override
    public void write(byte[] added, long position) throws IOException {
        boolean crashes = operationsLeft <= 0;
        int written = crashes ? chance.below(added.length + 1) : full ? Math.min(added.length, 20) : added.length;
        put(added, (int) position, written);
        pass();
        if (full) {
            throw new IOException("no space left on device");
        }
    }

    private void put(byte[] added, int position, int count) {
        if (position + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (position + count));
        }
        System.arraycopy(added, 0, bytes, position, count);
        length = position + count;
    }

    @Override
    public void force() {
        pass();
        durable = length;
        pass();
    }

    @Override
    public void replace(byte[] all) throws IOException {
        pass();
        if (full) {
            throw new IOException("no space left on device");
        }
        put(all, 0, all.length);
        durable = length;
        pass();
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "a simulated disk";
    }
}
