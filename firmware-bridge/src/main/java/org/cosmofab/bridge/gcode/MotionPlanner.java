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

    private final KinematicLimits limits;
    private final JunctionRule junctions;
    private final BlockQueue queue = new BlockQueue();
    private Accelerations accelerations;
    private boolean restsBeforeNext = true;
    private final boolean runsByItself;
    private double secondsRun;

    /** Starts at rest; moves wait until they are taken, also more of them than a firmware would hold. */
    public MotionPlanner(KinematicLimits limits) {
        this(limits, false);
    }

    private MotionPlanner(KinematicLimits limits, boolean runsByItself) {
        this.runsByItself = runsByItself;
        this.limits = limits;
        this.junctions = JunctionRule.of(limits);
        this.accelerations = limits.accelerations();
    }

    /**
     * One that runs the oldest move as soon as another wants in and there is no room, as a firmware that is fed quickly
     * enough does; chord by chord.
     */
    static MotionPlanner runningByItself(KinematicLimits limits) {
        return new MotionPlanner(limits, true);
    }

    /** Time of all moves and rests that ran by themselves, and of those that wait. */
    double totalSeconds() {
        return secondsRun + queue.pendingSeconds();
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
        if (way > 0) {
            travel(move, path.arc() == null ? 1 : limits.resolution().chords(path.arc()));
        } else {
            pushFilament(move);
        }
    }

    private void pushFilament(Move move) {
        double length = Math.abs(move.filamentMm());
        if (length > 0) {
            add(move, move.path().from(), move.path().from(), length, 0, 1);
        }
    }

    /** Chords that round to nothing are left out; the one before then reaches as far as they would have. */
    private void travel(Move move, int chords) {
        ToolPath path = move.path();
        Resolution resolution = limits.resolution();
        Point from = resolution.nearest(path.from());
        double done = 0;
        Block last = null;
        for (int i = 1; i <= chords; i++) {
            double next = (double) i / chords;
            Point to = resolution.nearest(i == chords ? path.to() : path.at(next));
            double length = from.distanceTo(to);
            if (length > 0) {
                last = add(move, from, to, length, done, next);
                done = next;
                from = to;
            }
        }
        if (last != null) {
            last.toFraction = 1;
        } else {
            pushFilament(move);
        }
    }

    private Block add(Move move, Point from, Point to, double length, double done, double next) {
        Block block = nextBlock();
        block.move = move;
        block.fromFraction = done;
        block.toFraction = next;
        block.length = length;
        aim(block, from, to, move.filamentMm() * (next - done));
        limit(block, move, !from.equals(to));
        append(block);
        return block;
    }

    private Block nextBlock() {
        if (runsByItself && isFull()) {
            secondsRun += queue.takeSeconds();
        }
        return queue.next();
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
        Block block = nextBlock();
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
