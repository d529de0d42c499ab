package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;
import static org.cosmofab.bridge.gcode.GateProfile.Kind;

/** Rules about where and how fast moves go. */
final class MotionRules implements GateRules {
    /** What rounding of relative moves may add up to, in mm. */
    private static final double ROUNDING = 0.001;

    private static final int ABSOLUTE = 900;
    private static final int RELATIVE = 910;
    private static final int RELEASE = 180;
    private static final int RELEASE_TOO = 840;

    /** Longest wait in seconds; heaters and people should not be kept longer. */
    private static final double WAIT_MAX = 600;

    private static final char[] AXES = {'X', 'Y', 'Z'};

    private final GateProfile profile;
    private final Findings findings;
    private final boolean homes;
    private final boolean[] known = new boolean[AXES.length];
    private boolean relative;
    private boolean placeWasKnown;

    MotionRules(GateProfile profile, Findings findings) {
        this.profile = profile;
        this.findings = findings;
        this.homes = profile.kind() == Kind.FDM_PRINTER;
    }

    @Override
    public void homed(boolean x, boolean y, boolean z) {
        known[0] |= x;
        known[1] |= y;
        known[2] |= z;
    }

    @Override
    public void read(Words line) {
        placeWasKnown = known[0] && known[1];
        if (homes) {
            forgetsReleasedAxes(line);
            refusesMovesBeforeHoming(line);
        } else {
            refusesRelativeMovesFromUnknownPlaces(line);
        }
    }

    /** Axes whose motors are released may be anywhere. */
    private void forgetsReleasedAxes(Words line) {
        boolean releases = line.letter(0) == 'M' && (line.code(0) == RELEASE || line.code(0) == RELEASE_TOO);
        for (int axis = 0; releases && axis < AXES.length; axis++) {
            known[axis] &= line.size() > 1 && !line.has(AXES[axis]);
        }
    }

    private void refusesMovesBeforeHoming(Words line) {
        boolean moves = line.letter(0) == 'G' && Motion.isCommand(line.code(0));
        for (int axis = 0; moves && axis < AXES.length; axis++) {
            boolean turns = axis < 2 && line.code(0) >= Motion.ARC_CLOCKWISE;
            if (!known[axis] && (line.has(AXES[axis]) || turns)) {
                findings.add(Code.MOVE_BEFORE_HOMING, AXES[axis] + " is not homed");
            }
        }
    }

    private void refusesRelativeMovesFromUnknownPlaces(Words line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.letter(i) == 'G' && (line.code(i) == ABSOLUTE || line.code(i) == RELATIVE)) {
                relative = line.code(i) == RELATIVE;
            }
        }
        for (int axis = 0; axis < AXES.length; axis++) {
            if (line.has(AXES[axis]) && relative && !known[axis]) {
                findings.add(Code.POSITION_UNKNOWN, AXES[axis] + " moves from a place that no line has named");
            }
            known[axis] |= line.has(AXES[axis]) && !relative;
        }
    }

    @Override
    public void moved(Move move) {
        if (!homes && move.path().arc() != null) {
            refusesArcsFromUnknownPlaces();
        }
        refusesMovesOutsideTheEnvelope(move.path());
    }

    private void refusesArcsFromUnknownPlaces() {
        if (!placeWasKnown) {
            findings.add(Code.POSITION_UNKNOWN, "an arc from a place that no line has named");
        }
    }

    private void refusesMovesOutsideTheEnvelope(ToolPath path) {
        Point min = profile.envelope().min();
        Point max = profile.envelope().max();
        if (path.arc() == null && profile.envelope().contains(path.to())) {
            return;
        }
        Extent extent = new Extent();
        path.reach(extent);
        extent.bounds().ifPresent(reached -> {
            refusesOutside('X', reached.min().x(), reached.max().x(), min.x(), max.x());
            refusesOutside('Y', reached.min().y(), reached.max().y(), min.y(), max.y());
            refusesOutside('Z', reached.min().z(), reached.max().z(), min.z(), max.z());
        });
    }

    private void refusesOutside(char axis, double from, double to, double min, double max) {
        boolean isOutside = from < min - ROUNDING || to > max + ROUNDING;
        if (isOutside && isKnown(axis) && !findings.isFull(Code.MOVE_OUTSIDE_ENVELOPE)) {
            findings.add(
                    Code.MOVE_OUTSIDE_ENVELOPE,
                    axis + " reaches " + (from < min ? from : to) + " mm, allowed is " + min + " to " + max);
        }
    }

    private boolean isKnown(char axis) {
        return known[axis - 'X'];
    }

    @Override
    public void done(Words line, ModalMachine machine) {
        refusesFeedsAboveTheLimit(line, machine);
        refusesUnclearFilamentModes(line, machine);
    }

    private void refusesFeedsAboveTheLimit(Words line, ModalMachine machine) {
        double feedMax = profile.speedsMax().feedMmPerMinute();
        if (line.has('F') && machine.feedMmPerMinute() > feedMax) {
            findings.add(Code.FEED_TOO_HIGH, "feed " + machine.feedMmPerMinute() + " mm/min, allowed is " + feedMax);
        }
        if (line.value('F') <= 0) {
            findings.add(Code.FEED_MISSING, "feed of " + line.value('F'));
        }
    }

    private void refusesUnclearFilamentModes(Words line, ModalMachine machine) {
        if (line.has('E') && !machine.filamentModeIsClear() && Motion.isCommand(line.code(0))) {
            findings.add(Code.FILAMENT_MODE_UNCLEAR, "E behind G90 or G91 without M82 or M83");
        }
    }

    @Override
    public void dwelt(double seconds) {
        refusesLongWaits(seconds);
    }

    private void refusesLongWaits(double seconds) {
        if (seconds > WAIT_MAX) {
            findings.add(Code.VALUE_OUT_OF_RANGE, "a wait of " + seconds + " s, allowed is up to " + WAIT_MAX);
        }
    }

    @Override
    public void accelerationsChanged(double working, double travelling, double retracting) {
        refusesAccelerationAboveTheLimit(working);
        refusesAccelerationAboveTheLimit(travelling);
        refusesAccelerationAboveTheLimit(retracting);
    }

    private void refusesAccelerationAboveTheLimit(double acceleration) {
        double most = profile.speedsMax().acceleration();
        if (acceleration > most || acceleration <= 0) {
            findings.add(
                    Code.ACCELERATION_TOO_HIGH,
                    "acceleration " + acceleration + " mm/s2, allowed is above 0 to " + most);
        }
    }

    @Override
    public void faulted(Fault fault) {
        refusesWhatCannotBeDone(fault);
    }

    private void refusesWhatCannotBeDone(Fault fault) {
        switch (fault) {
            case MOTION_MISSING -> findings.add(Code.MOTION_MISSING, "axis words without a motion command");
            case FEED_MISSING -> findings.add(Code.FEED_MISSING, "no feed was given");
            case ARC_WITHOUT_CENTRE -> findings.add(Code.ARC_IMPOSSIBLE, "an arc without I, J or R");
            case ARC_RADII_DIFFER ->
                findings.add(Code.ARC_IMPOSSIBLE, "the arc's ends are not equally far from its centre");
            case ARC_RADIUS_TOO_SMALL -> findings.add(Code.ARC_IMPOSSIBLE, "the arc's radius does not reach its end");
        }
    }
}
