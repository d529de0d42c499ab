package org.cosmofab.agent.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What an attempt used, as far as the machine tells; of an interrupted one, at least this.
 *
 * @param startedAt workshop time
 * @param endedAt workshop time
 * @param linesAcknowledged lines that the firmware accepted
 * @param extrudedMm filament, never negative
 * @param beamOnMm path with the beam on, never negative
 * @param wattHours by the machine's profile, never negative
 */
public record Use(
        Instant startedAt,
        Instant endedAt,
        Duration machineTime,
        int linesAcknowledged,
        double extrudedMm,
        double beamOnMm,
        double wattHours) {}
