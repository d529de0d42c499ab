package org.cosmofab.bridge.gcode;

import java.util.Optional;

/**
 * Plans speeds over a queue of moves as firmwares do: every move may be as fast as it can while whatever is known to
 * follow can still be slowed down for. Not thread-safe.
 *
 * <p>Used move by move by a simulated firmware: put moves in as {@link Effects}, {@link #take()} the oldest when it is
 * its turn; its speeds are final then. Moves that go nowhere are left out.
 */
public final class MotionPlanner implements Effects {
    private static final double SECONDS_PER_MINUTE = 60;

    /** A feed below this, in mm/s, counts as this: a program without a feed must not take for ever. */
    private static final double SPEED_MIN = 1 / SECONDS_PER_MINUTE;

    private static final int CHORDS_MAX = 20_000;

    private final KinematicLimits limits;
    private final JunctionRule junctions;
    private final BlockQueue queue = new BlockQueue();
    private Accelerations accelerations;
    private boolean restsBeforeNext = true;

    /** Starts at rest. */
    public MotionPlanner(KinematicLimits limits) {
        this.limits = limits;
        this.junctions = JunctionRule.of(limits);
        this.accelerations = limits.accelerations();
    }

    /** Moves, chords of arcs and rests that wait. */
    public int pending() {
        return queue.size();
    }

    /** Whether the firmware would take no further move before one is taken. */
    public boolean isFull() {
        return queue.size() >= limits.lookAhead();
    }

    /** Takes the oldest move out; how it ends is final then. */
    public Optional<PlannedMove> take() {
        return queue.size() == 0 ? Optional.empty() : Optional.of(queue.take());
    }

    /** Takes the oldest move out for its time alone, in seconds; 0 if nothing waits. */
    double takeSeconds() {
        return queue.size() == 0 ? 0 : queue.takeSeconds();
    }

    /** Time that all waiting moves take if nothing follows them. */
    public double pendingSeconds() {
        return queue.pendingSeconds();
    }

    /** Forgets all waiting moves; the next one starts from rest. */
    public void clear() {
        queue.clear();
        restsBeforeNext = true;
    }

    @Override
    public void moved(Move move) {
        ToolPath path = move.path();
        double way = path.length();
        double length = way > 0 ? way : Math.abs(move.filamentMm());
        if (!(length > 0)) {
            return;
        }
        int chords = chords(path);
        Point from = path.from();
        for (int i = 1; i <= chords; i++) {
            Point to = i == chords ? path.to() : path.at((double) i / chords);
            Block block = queue.next();
            block.move = move;
            block.fromFraction = (i - 1.0) / chords;
            block.toFraction = (double) i / chords;
            block.length = length / chords;
            aim(block, from, to, move.filamentMm() / chords);
            limit(block, move, way > 0);
            append(block);
            from = to;
        }
    }

    private int chords(ToolPath path) {
        Arc arc = path.arc();
        if (arc == null || arc.radius() <= limits.arcToleranceMm()) {
            return 1;
        }
        double tolerance = limits.arcToleranceMm();
        double halfChord = Math.sqrt(tolerance * (2 * arc.radius() - tolerance));
        double chords = Math.abs(arc.sweep()) * arc.radius() / (2 * halfChord);
        return (int) Math.max(1, Math.min(CHORDS_MAX, chords));
    }

    private static void aim(Block block, Point from, Point to, double filament) {
        block.unitX = (to.x() - from.x()) / block.length;
        block.unitY = (to.y() - from.y()) / block.length;
        block.unitZ = (to.z() - from.z()) / block.length;
        block.unitE = filament / block.length;
    }

    private void limit(Block block, Move move, boolean travels) {
        AxisLimits speeds = limits.speedMax();
        double wanted = Math.max(SPEED_MIN, move.feedMmPerMinute() / SECONDS_PER_MINUTE);
        block.nominal = alongLimit(block, speeds, wanted);
        block.acceleration = alongLimit(block, limits.accelerationMax(), acceleration(move, travels));
        block.restSeconds = 0;
    }

    private double acceleration(Move move, boolean travels) {
        if (!travels) {
            return accelerations.retracting();
        }
        return move.filamentMm() == 0 ? accelerations.travelling() : accelerations.working();
    }

    /** The most along the way so that no axis gets more than its limit; an axis that rests limits nothing. */
    private static double alongLimit(Block block, AxisLimits most, double wanted) {
        double limit = Math.min(wanted, most.x() / Math.abs(block.unitX));
        limit = Math.min(limit, most.y() / Math.abs(block.unitY));
        limit = Math.min(limit, most.z() / Math.abs(block.unitZ));
        return Math.min(limit, most.e() / Math.abs(block.unitE));
    }

    private void append(Block block) {
        block.safe = junctions.safeSpeed(block);
        Block before = queue.last();
        double entry = block.safe;
        if (before != null && restsBeforeNext) {
            entry = before.rests() ? block.safe : Math.min(before.safe, block.safe);
        } else if (before != null) {
            entry = junctions.meetingSpeed(before, block);
        }
        block.entrySquaredMax = entry * entry;
        restsBeforeNext = false;
        queue.append();
    }

    @Override
    public void dwelt(double seconds) {
        Block before = queue.last();
        Block block = queue.next();
        block.move = null;
        block.fromFraction = 0;
        block.toFraction = 1;
        block.restSeconds = seconds;
        block.length = 0;
        block.safe = 0;
        block.entrySquaredMax = before == null ? 0 : before.safeSquared();
        queue.append();
        restsBeforeNext = true;
    }

    @Override
    public void rested() {
        restsBeforeNext = true;
    }

    @Override
    public void accelerationsChanged(double working, double travelling, double retracting) {
        accelerations = accelerations.changed(working, travelling, retracting);
    }
}
