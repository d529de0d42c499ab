package org.cosmofab.bridge.simulated;

import java.util.Locale;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.Effects;
import org.cosmofab.bridge.gcode.ModalMachine;
import org.cosmofab.bridge.gcode.Move;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.Words;
import org.jspecify.annotations.Nullable;

/** The laser or mill around a simulated Grbl: axes, beam, work co-ordinates. Not thread-safe. */
final class GrblMachine {
    private static final int STATUS_OK = 0;
    private static final double HOMING_SECONDS = 10;
    private static final int SET_DATA = 100;
    private static final int COORDINATE_OFFSET = 920;

    private final GrblProfile profile;
    private final GroundTruth truth;
    private final Axes axes;
    private ModalMachine modal;
    /** Kept over resets; what G92 adds is not. */
    private Point storedOffset = Point.ORIGIN;

    private Point offset = Point.ORIGIN;
    private int fault;
    private boolean leavesTravel;

    GrblMachine(GrblProfile profile, FirmwareTime time, GroundTruth truth) {
        this.profile = profile;
        this.truth = truth;
        this.axes = new Axes(profile.limits(), time, truth);
        this.modal = new ModalMachine(Dialect.GRBL, new Deeds());
    }

    Axes axes() {
        return axes;
    }

    Beam beam() {
        return modal.beam();
    }

    /** Work co-ordinates' zero, in machine co-ordinates. */
    Point offset() {
        return offset;
    }

    /** Does a line; the answer is an error code, 0 for none. */
    int apply(Words line) {
        fault = STATUS_OK;
        leavesTravel = false;
        if (GrblLine.has(line, SET_DATA)) {
            storedOffset = offsetAfter(line, line.value('L') == 20 ? end() : null);
            declare(storedOffset);
        } else {
            offset = GrblLine.has(line, COORDINATE_OFFSET) ? offsetAfter(line, end()) : offset;
            modal.apply(line);
        }
        return fault;
    }

    /** Whether the last line wanted to go where the machine cannot. */
    boolean leavesTravel() {
        return leavesTravel;
    }

    /** Starts the modal state anew where the axes stand. */
    void reset() {
        axes.halt();
        axes.beginHere();
        modal = new ModalMachine(Dialect.GRBL, new Deeds());
        declare(storedOffset);
    }

    void home() {
        axes.halt();
        truth.went(Point.ORIGIN, 0, 0, 0);
        reset();
        axes.dwelt(HOMING_SECONDS);
    }

    private Point end() {
        return axes.machine(modal.position());
    }

    private void declare(Point zero) {
        offset = zero;
        Point at = end();
        modal.apply(Words.of(String.format(
                Locale.ROOT, "G92X%.4fY%.4fZ%.4f", at.x() - zero.x(), at.y() - zero.y(), at.z() - zero.z())));
    }

    /** The zero that a line asks for: at the values given, or so that the given place has them. */
    private Point offsetAfter(Words line, @Nullable Point here) {
        return new Point(
                axis(line, 'X', here == null ? Double.NaN : here.x(), offset.x()),
                axis(line, 'Y', here == null ? Double.NaN : here.y(), offset.y()),
                axis(line, 'Z', here == null ? Double.NaN : here.z(), offset.z()));
    }

    private static double axis(Words line, char axis, double here, double before) {
        double value = line.value(axis);
        if (Double.isNaN(value)) {
            return before;
        }
        return Double.isNaN(here) ? value : here - value;
    }

    /** What lines do to this machine. */
    private final class Deeds implements Effects {
        @Override
        public void moved(Move move) {
            Point to = axes.machine(move.path().to());
            leavesTravel |= profile.softLimits()
                    && (isOutside(to.x(), profile.travelX())
                            || isOutside(to.y(), profile.travelY())
                            || isOutside(to.z(), profile.travelZ()));
            if (!leavesTravel) {
                axes.moved(move);
            }
        }

        private static boolean isOutside(double at, double travel) {
            return at < -1e-6 || at > travel + 1e-6;
        }

        @Override
        public void dwelt(double seconds) {
            axes.dwelt(seconds);
        }

        @Override
        public void rested() {
            axes.rested();
        }

        @Override
        public void beamSwitched(Beam beam) {
            if (axes.isAtRest()) {
                truth.beam(beam.isOn() && beam.mode() == Beam.Mode.CONSTANT);
            }
        }

        @Override
        public void faulted(Fault what) {
            fault = switch (what) {
                case MOTION_MISSING -> 31;
                case FEED_MISSING -> 22;
                case ARC_WITHOUT_CENTRE -> 35;
                case ARC_RADII_DIFFER -> 33;
                case ARC_RADIUS_TOO_SMALL -> 34;
            };
        }
    }
}
