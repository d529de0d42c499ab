package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Effects.Heater;

/**
 * Marlin's reading: the first word is the command, all others belong to it.
 *
 * <p>Source: Marlin 2.1.2, src/gcode.
 */
final class MarlinReading implements ModalMachine.Reading {
    private static final double MILLISECONDS = 1000;
    private static final double PERCENT = 100;

    private final Motion motion;
    private final Effects effects;

    MarlinReading(Motion motion, Effects effects) {
        this.motion = motion;
        this.effects = effects;
    }

    @Override
    public void apply(Words line) {
        int code = line.code(0);
        if (line.letter(0) == 'G') {
            applyG(code, line);
        } else if (line.letter(0) == 'M') {
            applyM(code, line);
        }
    }

    private void applyG(int code, Words line) {
        switch (code) {
            case Motion.RAPID, Motion.LINE, Motion.ARC_CLOCKWISE, Motion.ARC_COUNTER_CLOCKWISE -> move(code, line);
            case 40 -> effects.dwelt(dwellSeconds(line));
            case 200 -> motion.inches(true);
            case 210 -> motion.inches(false);
            case 280 -> home(line);
            case 900 -> motion.relative(false);
            case 910 -> motion.relative(true);
            case 920 -> motion.declarePosition(line);
            default -> {}
        }
    }

    private void applyM(int code, Words line) {
        switch (code) {
            case 30 -> switchBeam(Beam.Mode.CONSTANT, line);
            case 40 -> switchBeam(Beam.Mode.DYNAMIC, line);
            case 50 -> motion.beam(motion.beam().with(Beam.Mode.OFF));
            case 820 -> motion.filamentRelative(false);
            case 830 -> motion.filamentRelative(true);
            case 1040 -> heat(Heater.NOZZLE, line, false);
            case 1090 -> heat(Heater.NOZZLE, line, true);
            case 1400 -> heat(Heater.BED, line, false);
            case 1900 -> heat(Heater.BED, line, true);
            case 2040 -> accelerate(line);
            case 2200 -> motion.feedFactor(line.valueOr('S', PERCENT) / PERCENT);
            case 4000 -> effects.rested();
            default -> {}
        }
    }

    private void move(int code, Words line) {
        double feed = line.value('F');
        if (feed > 0) {
            motion.feed(feed);
        }
        if (Motion.hasMotionWord(line)) {
            motion.move(code, line);
        }
    }

    private static double dwellSeconds(Words line) {
        return Math.max(0, line.valueOr('S', line.valueOr('P', 0) / MILLISECONDS));
    }

    private void home(Words line) {
        boolean all = !line.has('X') && !line.has('Y') && !line.has('Z');
        motion.home(all || line.has('X'), all || line.has('Y'), all || line.has('Z'));
    }

    private void switchBeam(Beam.Mode mode, Words line) {
        motion.beam(new Beam(mode, line.valueOr('S', motion.beam().power())));
    }

    private void heat(Heater heater, Words line, boolean waits) {
        double target = line.valueOr('S', waits ? line.value('R') : Double.NaN);
        if (!Double.isNaN(target)) {
            effects.heated(heater, target, waits);
        }
    }

    private void accelerate(Words line) {
        double both = line.value('S');
        effects.accelerationsChanged(line.valueOr('P', both), line.valueOr('T', both), line.value('R'));
    }
}
