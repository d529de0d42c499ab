package org.cosmofab.bridge.machine;

import java.time.Duration;
import java.time.Instant;

/**
 * What a run really used, as far as the machine tells.
 *
 * @param startedAt when the first line was handed to the wire, in workshop time
 * @param endedAt when the end was observed, in workshop time
 * @param machineTime seconds as the firmware reports them; where it reports none, workshop time from start to end
 * @param linesAcknowledged program lines that the firmware accepted
 * @param extrudedMm filament pushed by the acknowledged lines, in millimetres, never negative
 * @param beamOnMm path length cut with the beam on by the acknowledged lines, in millimetres, never negative
 */
public record RunFacts(
        Instant startedAt,
        Instant endedAt,
        Duration machineTime,
        int linesAcknowledged,
        double extrudedMm,
        double beamOnMm) {}
