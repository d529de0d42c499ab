package org.cosmofab.bridge.simulated;

import java.util.Locale;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.Effects;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.ModalMachine;
import org.cosmofab.bridge.gcode.Move;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.Words;

/** The printer around a simulated Marlin: axes, heaters, print timer. Not thread-safe. */
final class Printer {
    private static final double HOMING_SECONDS = 12;
    /** Source: Marlin 2.1.2, Configuration.h, TEMP_RESIDENCY_TIME. */
    private static final double RESIDENCY_SECONDS = 10;
    /** Source: Marlin 2.1.2, Configuration.h, EXTRUDE_MINTEMP. */
    private static final double EXTRUDE_MINTEMP = 170;

    private final FirmwareTime time;
    private final GroundTruth truth;
    private final Heater nozzle = new Heater(2.0, 90);
    private final Heater bed = new Heater(0.6, 400);
    private final PrintTimer timer = new PrintTimer();
    private final Axes axes;
    private ModalMachine modal;

    Printer(KinematicLimits limits, FirmwareTime time, GroundTruth truth) {
        this.time = time;
        this.truth = truth;
        this.axes = new Axes(limits, time, truth);
        this.modal = new ModalMachine(Dialect.MARLIN, new Deeds());
    }

    Axes axes() {
        return axes;
    }

    void apply(String line) {
        modal.apply(Words.of(line));
    }

    /** Does a move; filament is not pushed through a cold nozzle. */
    boolean move(String line) {
        Words words = Words.of(line);
        boolean cold = words.hasValue('E') && nozzle.actual(axes.moment()) < EXTRUDE_MINTEMP;
        if (!cold) {
            modal.apply(words);
            return true;
        }
        double before = modal.filamentPosition();
        apply(line.replaceAll("E[-+.\\d]*", ""));
        apply("G92 E" + (modal.isRelative() ? before : words.value('E')));
        return false;
    }

    void startTimer() {
        timer.start(axes.busyNanos());
    }

    void stopTimer() {
        timer.stop(axes.busyNanos());
    }

    String printTime() {
        return timer.text(axes.busyNanos());
    }

    void heatersOff() {
        set(nozzle, 0);
        set(bed, 0);
    }

    /** Brings the axes to rest at once; the firmware takes over the place where they are. */
    void quickStop() {
        axes.halt();
        axes.beginHere();
        boolean relative = modal.isRelative();
        Point here = truth.position();
        modal = new ModalMachine(Dialect.MARLIN, new Deeds());
        apply(String.format(Locale.ROOT, "G92 X%.4f Y%.4f Z%.4f E0", here.x(), here.y(), here.z()));
        apply(relative ? "G91" : "G90");
    }

    /** After a reset: cold orders, and the place where the axes are counts as 0. */
    void reset() {
        axes.halt();
        axes.beginHere();
        modal = new ModalMachine(Dialect.MARLIN, new Deeds());
        heatersOff();
        stopTimer();
    }

    /** Source: Marlin 2.1.2, temperature.cpp, print_heater_states. */
    String temperatures() {
        long now = time.now();
        return String.format(
                Locale.ROOT,
                "T:%.2f /%.2f B:%.2f /%.2f @:%d B@:%d",
                nozzle.actual(now),
                nozzle.target(),
                bed.actual(now),
                bed.target(),
                nozzle.isOn() ? 127 : 0,
                bed.isOn() ? 127 : 0);
    }

    String position() {
        Point at = axes.position();
        return String.format(
                Locale.ROOT,
                "X:%.2f Y:%.2f Z:%.2f E:%.2f Count X:%d Y:%d Z:%d",
                at.x(),
                at.y(),
                at.z(),
                modal.filamentPosition(),
                Math.round(at.x() * 80),
                Math.round(at.y() * 80),
                Math.round(at.z() * 400));
    }

    private void set(Heater heater, double degrees) {
        heater.set(degrees, axes.moment());
        truth.heaters(nozzle.isOn() || bed.isOn());
    }

    /** What lines do to this printer. */
    private final class Deeds implements Effects {
        @Override
        public void moved(Move move) {
            axes.moved(move);
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
        public void accelerationsChanged(double working, double travelling, double retracting) {
            axes.accelerationsChanged(working, travelling, retracting);
        }

        @Override
        public void homed(boolean x, boolean y, boolean z) {
            axes.stand(x, y, z, modal.position());
            axes.dwelt(HOMING_SECONDS);
        }

        @Override
        public void heated(Effects.Heater which, double target, boolean waits) {
            org.cosmofab.bridge.simulated.Heater heater = which == Effects.Heater.NOZZLE ? nozzle : bed;
            set(heater, target);
            if (waits) {
                startTimer();
                axes.dwelt(heater.secondsToTarget(axes.moment()) + RESIDENCY_SECONDS);
            }
        }

        @Override
        public void beamSwitched(Beam beam) {
            truth.beam(beam.mode() == Beam.Mode.CONSTANT && beam.isOn());
        }
    }
}
