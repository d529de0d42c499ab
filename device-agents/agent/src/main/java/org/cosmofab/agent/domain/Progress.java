package org.cosmofab.agent.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a running attempt is.
 *
 * @param acknowledged lines that the firmware accepted
 * @param line the last of them, as a line of the source file; 0 if none
 * @param extrudedMm filament pushed by these lines
 * @param beamOnMm path of these lines with the beam on
 * @param at workshop time of this knowledge
 */
public record Progress(AttemptId attempt, int acknowledged, int line, double extrudedMm, double beamOnMm, Instant at) {
    private static final double FRACTION_MIN = 0.01;

    /**
     * When the attempt should end if the rest goes as fast as the part behind.
     *
     * @param startedAt workshop time
     * @param total lines in all
     * @return workshop time; empty while there is too little to judge from
     */
    public Optional<Instant> estimatedEnd(Instant startedAt, int total) {
        double fraction = total == 0 ? 0 : (double) acknowledged / total;
        if (fraction < FRACTION_MIN || !at.isAfter(startedAt)) {
            return Optional.empty();
        }
        double passedSeconds = Duration.between(startedAt, at).toNanos() / 1e9;
        double leftSeconds = passedSeconds * (1 - fraction) / fraction;
        return Optional.of(at.plusMillis(Math.round(leftSeconds * 1000)));
    }
}
