package org.cosmofab.orchestrator.preparation;

import java.util.OptionalDouble;

/**
 * G-code as it was made, before it passed the gate.
 *
 * @param sheetMm2 area of sheet it takes, if it takes any
 * @param solidMm3 volume of the part it should make, if that is known
 * @param note for people
 */
record Making(
        byte[] code, PreparedProgram.Origin origin, OptionalDouble sheetMm2, OptionalDouble solidMm3, String note) {}
