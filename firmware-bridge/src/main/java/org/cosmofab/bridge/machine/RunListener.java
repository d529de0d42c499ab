package org.cosmofab.bridge.machine;

/** Told of a run as it happens, on the driver's thread; must return quickly. */
@FunctionalInterface
public interface RunListener {

    /**
     * A line was acknowledged, or the status changed.
     *
     * @param linesAcknowledged program lines acknowledged so far
     * @param linesTotal program lines in all
     * @param status the machine as last heard of
     */
    void progressed(int linesAcknowledged, int linesTotal, MachineStatus status);
}
