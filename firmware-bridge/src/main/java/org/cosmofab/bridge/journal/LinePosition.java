package org.cosmofab.bridge.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far the lines of a program are.
 *
 * @param sent of the first so many lines, bytes may have gone to the machine
 * @param acknowledged the first so many lines were accepted by the firmware; what it accepts it has not yet done
 * @param sourceLine the last acknowledged one, as a line of the source file from 1; 0 if none
 * @param extrudedMm filament that the acknowledged lines push
 * @param beamOnMm way that the acknowledged lines go with the beam on
 * @param at workshop time of this knowledge, to the microsecond
 */
public record LinePosition(int sent, int acknowledged, int sourceLine, double extrudedMm, double beamOnMm, Instant at) {

    /** Nothing was sent. */
    public static final LinePosition START = new LinePosition(0, 0, 0, 0, 0, Instant.EPOCH);

    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
