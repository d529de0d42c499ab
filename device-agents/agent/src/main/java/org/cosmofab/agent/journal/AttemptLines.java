package org.cosmofab.agent.journal;

import java.util.Optional;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.bridge.gcode.SafeProgram;

/** Which lines of each attempt were sent and acknowledged. For any thread; the notes of one attempt by one at a time. */
public interface AttemptLines extends AutoCloseable {

    /** The lines of a running attempt; noting takes far less than a microsecond and never fails. */
    interface Notes extends AutoCloseable {
        /** Told before the bytes of the first so many lines go. */
        void sending(int lines);

        void acknowledged(Progress progress);

        /** Makes what was noted last; the notes stay. */
        @Override
        void close();
    }

    /**
     * Begins before the first byte goes.
     *
     * @throws DiskUnavailable if they cannot be kept
     */
    Notes begin(Assignment assignment, SafeProgram program);

    /** How far an attempt was, if anything is known of it. */
    Optional<Progress> progress(AttemptId attempt);

    /** Forgets an attempt of which nobody will ask where it could go on. */
    void dismiss(AttemptId attempt);

    @Override
    void close();
}
