package org.cosmofab.bridge.machine;

/** Told of a run as it happens, on the driver's thread; must return quickly. */
@FunctionalInterface
public interface RunListener {

    /**
     * Bytes of the first so many program lines may be on the wire from now on; called before they are, with a growing
     * number, not necessarily once for each line.
     */
    default void sending(int lines) {}

    /**
     * A line was acknowledged, or the status changed.
     *
     * @param linesAcknowledged program lines acknowledged so far
     * @param linesTotal program lines in all
     * @param status the machine as last heard of
     */
    void progressed(int linesAcknowledged, int linesTotal, MachineStatus status);
}
