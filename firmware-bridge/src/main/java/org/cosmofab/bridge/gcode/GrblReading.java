package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Effects.Fault;

/**
 * Grbl's reading: a line is a block of several commands, done in a fixed order, and motion commands last.
 *
 * <p>Source: Grbl 1.1, gcode.c, gc_execute_line.
 */
final class GrblReading implements ModalMachine.Reading {
    private static final int NO_MOTION = -1;

    private final Motion motion;
    private final Effects effects;

    private int motionCommand = Motion.RAPID;
    private boolean dwells;
    private boolean declares;
    private boolean axisWordsAreTaken;
    private boolean rests;
    private boolean ends;
    private Beam.Mode beamMode = Beam.Mode.OFF;

    GrblReading(Motion motion, Effects effects) {
        this.motion = motion;
        this.effects = effects;
    }

    @Override
    public void apply(Words line) {
        readCommands(line);
        setFeedAndBeam(line);
        if (rests) {
            effects.rested();
        }
        if (dwells) {
            effects.dwelt(Math.max(0, line.valueOr('P', 0)));
        }
        if (declares) {
            motion.declarePosition(line);
        } else if (!axisWordsAreTaken && Motion.hasMotionWord(line)) {
            move(line);
        }
        if (ends) {
            end();
        }
    }

    private void readCommands(Words line) {
        dwells = false;
        declares = false;
        axisWordsAreTaken = false;
        rests = false;
        ends = false;
        for (int i = 0; i < line.size(); i++) {
            if (line.letter(i) == 'G') {
                readG(line.code(i));
            } else if (line.letter(i) == 'M') {
                readM(line.code(i));
            }
        }
    }

    private void readG(int code) {
        switch (code) {
            case Motion.RAPID, Motion.LINE, Motion.ARC_CLOCKWISE, Motion.ARC_COUNTER_CLOCKWISE -> motionCommand = code;
            case 40 -> dwells = true;
            case 200 -> motion.inches(true);
            case 210 -> motion.inches(false);
            case 800 -> motionCommand = NO_MOTION;
            case 900 -> motion.relative(false);
            case 910 -> motion.relative(true);
            case 920 -> declares = true;
            // Stored places, settings and probing: where they lead is not in the program.
            case 100, 280, 281, 300, 301, 382, 383, 384, 385, 431 -> axisWordsAreTaken = true;
            default -> {}
        }
    }

    private void readM(int code) {
        switch (code) {
            case 20, 300 -> ends = true;
            case 30 -> beamMode = Beam.Mode.CONSTANT;
            case 40 -> beamMode = Beam.Mode.DYNAMIC;
            case 50 -> beamMode = Beam.Mode.OFF;
            case 70, 80, 90 -> rests = true;
            default -> {}
        }
    }

    private void setFeedAndBeam(Words line) {
        double feed = line.value('F');
        if (feed >= 0) {
            motion.feed(feed);
        }
        double power = Math.max(0, line.valueOr('S', motion.beam().power()));
        motion.beam(motion.beam().with(beamMode).with(power));
    }

    private void move(Words line) {
        if (motionCommand == NO_MOTION) {
            effects.faulted(Fault.MOTION_MISSING);
        } else {
            motion.move(motionCommand, line);
        }
    }

    /** M2 and M30 put modes back but keep feed and units. Source: Grbl 1.1, gcode.c, "Program flow". */
    private void end() {
        effects.rested();
        motionCommand = Motion.LINE;
        motion.relative(false);
        beamMode = Beam.Mode.OFF;
        motion.beam(motion.beam().with(Beam.Mode.OFF));
        effects.ended();
    }
}
