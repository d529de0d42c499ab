package org.cosmofab.bridge.resume;

import org.cosmofab.bridge.gcode.Dialect;

/**
 * What a firmware may have accepted and not yet done.
 *
 * @param moves in its planner and behind it
 * @param lines that some firmware of the kind acknowledges when it has only received them
 */
public record Queues(int moves, int lines) {

    public Queues {
        if (moves < 1 || moves > 1000 || lines < 0 || lines > 1000) {
            throw new IllegalArgumentException(
                    "queues of " + moves + " moves and " + lines + " lines: give 1 to 1000 moves, 0 to 1000 lines");
        }
    }

    /**
     * As these firmwares are built by default.
     *
     * <p>Source: Marlin 2.1.2, Configuration_adv.h, BLOCK_BUFFER_SIZE 16 and BUFSIZE 4. Grbl 1.1, planner.h,
     * BLOCK_BUFFER_SIZE 16, and stepper.h, SEGMENT_BUFFER_SIZE 6, each segment perhaps of a move of its own.
     */
    public static Queues of(Dialect dialect) {
        return dialect == Dialect.MARLIN ? new Queues(16, 4) : new Queues(22, 0);
    }

    /** For a board that says how many moves it holds. */
    public Queues withMoves(int held) {
        return new Queues(held, lines);
    }
}
