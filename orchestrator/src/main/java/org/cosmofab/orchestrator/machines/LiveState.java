package org.cosmofab.orchestrator.machines;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AttemptId;

/**
 * What a machine does now, as last heard.
 *
 * @param heardAt workshop time
 * @param cleared whether a person or sensor said that bed or workpiece is clear
 * @param attempt the attempt it works on
 * @param temperatures actual and target in degrees Celsius by sensor
 */
public record LiveState(
        State state,
        Instant heardAt,
        boolean cleared,
        String detail,
        Optional<AttemptId> attempt,
        int line,
        int lines,
        Optional<Instant> etaAt,
        Map<String, Temperature> temperatures,
        Optional<Double> feedMmPerMinute,
        Optional<Double> beamPower) {

    public LiveState {
        temperatures = Map.copyOf(temperatures);
    }

    /** Of a machine that nothing was heard of yet. */
    public static LiveState unheard(Instant now) {
        return new LiveState(
                State.UNKNOWN,
                now,
                false,
                "",
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with what an agent says of the machine's condition. A machine that does not run works on nothing. */
    public LiveState with(State newState, boolean newCleared, String newDetail, Instant now) {
        boolean works = newState == State.RUNNING
                || newState == State.HOLDING
                || newState == State.WAITING_FOR_PERSON
                || newState == State.UNREACHABLE;
        return new LiveState(
                newState,
                now,
                newCleared,
                newDetail,
                works ? attempt : Optional.empty(),
                works ? line : 0,
                works ? lines : 0,
                works ? etaAt : Optional.empty(),
                temperatures,
                feedMmPerMinute,
                beamPower);
    }

    /** Whether the floor looks other than before: not just another reading. */
    boolean differsVisiblyFrom(LiveState before) {
        return state != before.state
                || cleared != before.cleared
                || !detail.equals(before.detail)
                || !attempt.equals(before.attempt);
    }

    /** From 0 to 1; 0 when nothing is known. */
    public double fraction() {
        return lines == 0 ? 0 : Math.min(1.0, (double) line / lines);
    }

    /** What a machine does. */
    public enum State {
        UNKNOWN,
        IDLE,
        RUNNING,
        HOLDING,
        WAITING_FOR_PERSON,
        ALARM,
        UNREACHABLE
    }

    /** Degrees Celsius; the target is 0 when off. */
    public record Temperature(double actual, double target) {}
}
