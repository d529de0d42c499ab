package org.cosmofab.bridge.simulated;

import java.time.Duration;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Effects;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.MotionPlanner;
import org.cosmofab.bridge.gcode.Move;
import org.cosmofab.bridge.gcode.PlannedMove;
import org.cosmofab.bridge.gcode.Point;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a simulated machine: moves and rests, one after the other, each for as long as it takes on the workshop's
 * clock. Not thread-safe.
 *
 * <p>Deadlines add up: a stretch that was finished late shortens no later one, so at high speed of the clock a host that
 * keeps up on average loses no time. Only after a real pause does motion start from now. A stretch starts when the planner
 * is full or its owner says that nothing more comes for the moment: then its speeds do not depend on how quick the host is.
 */
final class Axes implements Effects {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long PAUSE_REAL = Duration.ofMillis(50).toNanos();
    private static final double DECELERATION_SECONDS = 0.1;

    private final MotionPlanner planner;
    private final FirmwareTime time;
    private final GroundTruth truth;

    private @Nullable PlannedMove current;
    private long startedAt;
    private long endsAt;
    private double doneFraction;
    private long restingSinceReal;
    private boolean held;
    private long heldAt;
    /** Where the modal state's zero lies in machine co-ordinates. */
    private Point base = Point.ORIGIN;

    private long busyNanos;

    Axes(KinematicLimits limits, FirmwareTime time, GroundTruth truth) {
        this.planner = new MotionPlanner(limits);
        this.time = time;
        this.truth = truth;
        this.endsAt = time.now();
        this.restingSinceReal = time.realNow();
    }

    boolean isFull() {
        return planner.isFull();
    }

    boolean isAtRest() {
        return current == null && planner.pending() == 0;
    }

    /** Whether something moves; standing still on purpose is not moving. */
    boolean isMoving() {
        return current != null && current.move() != null || current == null && planner.pending() > 0;
    }

    /** Workshop time spent on what was done so far. */
    long busyNanos() {
        return busyNanos;
    }

    /** Finishes and starts what is due. */
    void advance(boolean nothingMoreComes) {
        while (!held && finishDue() && planner.pending() > 0 && (nothingMoreComes || planner.isFull())) {
            start();
        }
    }

    /** When the stretch that is on its way ends; never if there is none. */
    long due() {
        return current == null || held ? Long.MAX_VALUE : endsAt;
    }

    private void start() {
        long from = beginning();
        current = planner.take().orElseThrow();
        startedAt = from;
        endsAt = from + nanos(current.seconds());
        doneFraction = current.fromFraction();
        Move move = current.move();
        truth.beam(move != null && burns(move.beam(), move.cuts()));
    }

    private long beginning() {
        boolean paused = current == null && time.realNow() - restingSinceReal > PAUSE_REAL;
        return paused ? Math.max(endsAt, time.now()) : endsAt;
    }

    /** The moment at which a command that is executed now happens. */
    long moment() {
        return Math.min(time.now(), beginning());
    }

    private boolean finishDue() {
        if (current == null) {
            return true;
        }
        if (!time.isDue(endsAt)) {
            return false;
        }
        record(current, current.toFraction(), endsAt - startedAt);
        current = null;
        restingSinceReal = time.realNow();
        return true;
    }

    private void record(PlannedMove stretch, double upTo, long nanos) {
        busyNanos += nanos;
        Move move = stretch.move();
        if (move == null) {
            truth.went(truth.position(), 0, 0, nanos);
            return;
        }
        double part = upTo - doneFraction;
        double burnt = move.cuts() ? move.path().length() * part : 0;
        truth.went(machine(move.path().at(upTo)), move.filamentMm() * part, burnt, nanos);
        truth.beam(burns(move.beam(), false));
        doneFraction = upTo;
    }

    private static boolean burns(Beam beam, boolean cutting) {
        return beam.isOn() && (cutting || beam.mode() == Beam.Mode.CONSTANT);
    }

    /** Begins to hold; at rest a little later. */
    void hold() {
        if (!held) {
            advance(true);
            held = true;
            heldAt = time.now();
        }
    }

    boolean isHeld() {
        return held;
    }

    /** Whether a hold has come to rest. */
    boolean isStill() {
        return held && time.isDue(heldAt + nanos(DECELERATION_SECONDS));
    }

    void release() {
        if (held) {
            held = false;
            long pause = Math.max(0, time.now() - heldAt);
            startedAt += pause;
            endsAt += pause;
            Move move = current == null ? null : current.move();
            truth.beam(move != null && burns(move.beam(), move.cuts()));
        }
    }

    /** Throws away what is planned and stands where it is. */
    void halt() {
        if (current != null) {
            long spent = Math.max(0, Math.min((held ? heldAt : time.now()), endsAt) - startedAt);
            record(current, current.fractionAfter(spent / NANOS_PER_SECOND), spent);
            endsAt = startedAt + spent;
        }
        current = null;
        held = false;
        planner.clear();
        restingSinceReal = time.realNow();
        truth.beam(false);
    }

    /** A modal state begins here: its zero is where the axes stand. */
    void beginHere() {
        base = truth.position();
    }

    /** Where the tool is at this moment, in machine co-ordinates. */
    Point position() {
        if (current == null || current.move() == null) {
            return truth.position();
        }
        long at = held ? heldAt : time.now();
        double seconds = Math.max(0, at - startedAt) / NANOS_PER_SECOND;
        return machine(current.move().path().at(current.fractionAfter(seconds)));
    }

    /** Commanded feed of the move on its way, in mm/min; 0 at rest. */
    double feed() {
        Move move = current == null || held ? null : current.move();
        return move == null || !Double.isFinite(move.feedMmPerMinute()) ? 0 : move.feedMmPerMinute();
    }

    /** A place told by the modal state, in machine co-ordinates. */
    Point machine(Point modal) {
        return new Point(base.x() + modal.x(), base.y() + modal.y(), base.z() + modal.z());
    }

    /** Some axes stand at their switches, where machine co-ordinates are 0; the modal state has heard of it. */
    void stand(boolean x, boolean y, boolean z, Point modal) {
        base = new Point(x ? 0 : base.x(), y ? 0 : base.y(), z ? 0 : base.z());
        truth.went(machine(modal), 0, 0, 0);
    }

    @Override
    public void moved(Move move) {
        planner.moved(move);
    }

    @Override
    public void dwelt(double seconds) {
        planner.dwelt(seconds);
    }

    @Override
    public void rested() {
        planner.rested();
    }

    @Override
    public void accelerationsChanged(double working, double travelling, double retracting) {
        planner.accelerationsChanged(working, travelling, retracting);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
