package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Effects.Fault;

/** Position, units, feed and beam, and the moves that come of them; shared by all dialects, not thread-safe. */
final class Motion {
    static final int RAPID = 0;
    static final int LINE = 10;
    static final int ARC_CLOCKWISE = 20;
    static final int ARC_COUNTER_CLOCKWISE = 30;

    private static final double MM_PER_INCH = 25.4;

    /** Source: Marlin 2.1.2, motion.cpp, feedrate_mm_s starts at 1500 mm/min. Grbl starts without a feed. */
    private static final double MARLIN_FEED_AT_START = 1500;

    private final Effects effects;
    private final boolean rapidsIgnoreFeed;
    private final ArcGeometry arcs = new ArcGeometry();

    private Point position = Point.ORIGIN;
    private Point workOffset = Point.ORIGIN;
    private double filament;
    private double unit = 1;
    private double feed;
    private double feedFactor = 1;
    private Beam beam = Beam.OFF;
    private boolean relative;
    private boolean filamentRelative;
    private boolean filamentRelativeAsked;

    Motion(Dialect dialect, Effects effects) {
        this.effects = effects;
        this.rapidsIgnoreFeed = dialect == Dialect.GRBL;
        this.feed = dialect == Dialect.MARLIN ? MARLIN_FEED_AT_START : 0;
    }

    Point position() {
        return position;
    }

    double feed() {
        return feed;
    }

    Beam beam() {
        return beam;
    }

    boolean isRelative() {
        return relative;
    }

    double filamentPosition() {
        return filament;
    }

    boolean filamentModeIsClear() {
        return filamentRelative == (relative || filamentRelativeAsked);
    }

    void inches(boolean inches) {
        unit = inches ? MM_PER_INCH : 1;
    }

    /** G90 and G91 set the filament's mode too. Source: Marlin 2.1.2, gcode.h, set_relative_mode. */
    void relative(boolean on) {
        relative = on;
        filamentRelative = on;
    }

    void filamentRelative(boolean on) {
        filamentRelative = on;
        filamentRelativeAsked = on;
    }

    void feedFactor(double factor) {
        feedFactor = factor;
    }

    void feed(double perMinute) {
        feed = perMinute * unit;
    }

    void beam(Beam switched) {
        if (!switched.equals(beam)) {
            if (switched.mode() != beam.mode()) {
                effects.rested();
            }
            beam = switched;
            effects.beamSwitched(beam);
        }
    }

    /** G92: from now on the present place has the given co-ordinates. */
    void declarePosition(Words line) {
        workOffset = new Point(
                offset(line, 'X', position.x(), workOffset.x()),
                offset(line, 'Y', position.y(), workOffset.y()),
                offset(line, 'Z', position.z(), workOffset.z()));
        filament = line.hasValue('E') ? line.value('E') * unit : filament;
    }

    private double offset(Words line, char axis, double place, double before) {
        return line.hasValue(axis) ? place - line.value(axis) * unit : before;
    }

    void home(boolean x, boolean y, boolean z) {
        position = new Point(x ? 0 : position.x(), y ? 0 : position.y(), z ? 0 : position.z());
        workOffset = new Point(x ? 0 : workOffset.x(), y ? 0 : workOffset.y(), z ? 0 : workOffset.z());
        effects.rested();
        effects.homed(x, y, z);
    }

    /** Whether a G command in tenths is one of G0, G1, G2, G3. */
    static boolean isCommand(int code) {
        return code == RAPID || code == LINE || code == ARC_CLOCKWISE || code == ARC_COUNTER_CLOCKWISE;
    }

    /** Whether a line has a word that a motion command would act on. */
    static boolean hasMotionWord(Words line) {
        return line.hasValue('X')
                || line.hasValue('Y')
                || line.hasValue('Z')
                || line.hasValue('E')
                || hasTurnWord(line);
    }

    private static boolean hasTurnWord(Words line) {
        return line.hasValue('I') || line.hasValue('J') || line.hasValue('R');
    }

    /** Moves as a motion command with the words of a line says. */
    void move(int command, Words line) {
        boolean rapid = command == RAPID;
        double speed = rapid && rapidsIgnoreFeed ? Double.POSITIVE_INFINITY : feed * feedFactor;
        if (speed == 0) {
            effects.faulted(Fault.FEED_MISSING);
            return;
        }
        Point to = new Point(
                target(line, 'X', position.x(), workOffset.x()),
                target(line, 'Y', position.y(), workOffset.y()),
                target(line, 'Z', position.z(), workOffset.z()));
        ToolPath path = ToolPath.straight(position, to);
        if (command == ARC_CLOCKWISE || command == ARC_COUNTER_CLOCKWISE) {
            arcs.find(position, to, command == ARC_CLOCKWISE, line, unit);
            Fault fault = arcs.fault();
            if (fault != null) {
                effects.faulted(fault);
                return;
            }
            path = new ToolPath(position, to, arcs.arc());
        }
        position = to;
        effects.moved(new Move(path, rapid, filamentPushed(line), speed, beam));
    }

    private double target(Words line, char axis, double place, double offset) {
        double value = line.value(axis);
        if (Double.isNaN(value)) {
            return place;
        }
        return value * unit + (relative ? place : offset);
    }

    private double filamentPushed(Words line) {
        double value = line.value('E') * unit;
        if (Double.isNaN(value)) {
            return 0;
        }
        double pushed = filamentRelative ? value : value - filament;
        filament += pushed;
        return pushed;
    }
}
