package org.cosmofab.bridge.resume;

import java.util.ArrayList;
import java.util.List;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile.Kind;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.gcode.Words;
import org.cosmofab.bridge.journal.LinePosition;

/**
 * Plans where a run that broke off could go on.
 *
 * <p>An acknowledged line was accepted and need not have been done: it may have waited in the planner when the power went.
 * So the plan goes back from the last acknowledged line over as many lines that certainly make a move as the firmware may
 * hold, or to behind the last line of which the acknowledgement proves that everything before it was done (a dwell,
 * homing, M400). What a journal lost by a power cut makes it go back further, never less far.
 */
public final class Resumption {
    private Resumption() {}

    /** Plans from the program that ran and how far its lines were. */
    public static ResumePlan plan(SafeProgram program, LinePosition lines, Kind kind, Queues queues) {
        if (program.dialect() != kind.dialect()) {
            return new ResumePlan.Impossible("the program is for " + program.dialect() + ", not for such a machine");
        }
        if (lines.acknowledged() > program.size() || lines.sent() > program.size()) {
            return new ResumePlan.Impossible("more lines were sent than the program has: it is another program");
        }
        if (lines.acknowledged() == 0) {
            return new ResumePlan.Impossible("no line was acknowledged: nothing was made, start it anew");
        }
        int from = oldestUnsure(program, lines.acknowledged(), queues);
        if (from == 0) {
            return new ResumePlan.Impossible("the machine may have done nothing yet: start it anew");
        }
        return planFrom(program, from, lines, kind);
    }

    /**
     * The oldest line that may not have been done.
     *
     * @param acknowledged lines
     */
    static int oldestUnsure(SafeProgram program, int acknowledged, Queues queues) {
        boolean[] moves = moves(program, acknowledged);
        int line = Math.max(0, acknowledged - queues.lines());
        int held = 0;
        while (line > 0 && held < queues.moves()) {
            Words words = Words.of(program.lines().get(line - 1).text());
            if (provesRest(words, program.dialect())) {
                return line;
            }
            line--;
            held += moves[line] ? 1 : 0;
        }
        return line;
    }

    private static boolean[] moves(SafeProgram program, int upTo) {
        boolean[] moves = new boolean[upTo];
        ModeReader reader = new ModeReader(program.dialect());
        for (int i = 0; i < upTo; i++) {
            moves[i] = reader.apply(Words.of(program.lines().get(i).text()));
        }
        return moves;
    }

    /**
     * Whether the acknowledgement of a line says that everything before it was done.
     *
     * <p>Source: Grbl 1.1, motion_control.c, mc_dwell; Marlin 2.1.2, planner.synchronize in G4, G28, M400.
     */
    private static boolean provesRest(Words words, Dialect dialect) {
        for (int i = 0; i < (dialect == Dialect.MARLIN ? Math.min(1, words.size()) : words.size()); i++) {
            String name = ModeReader.name(words, i);
            if (name.equals("G4") || dialect == Dialect.MARLIN && (name.equals("G28") || name.equals("M400"))) {
                return true;
            }
        }
        return false;
    }

    private static ResumePlan planFrom(SafeProgram program, int from, LinePosition lines, Kind kind) {
        ModeReader reader = new ModeReader(program.dialect());
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < from; i++) {
            reader.apply(Words.of(program.lines().get(i).text()));
            top = Math.max(top, reader.modes().position().z());
        }
        if (reader.leadsAway()) {
            return new ResumePlan.Impossible("the program goes to places that are kept in the machine"
                    + " (G10, G28, G30, G53, a probe); from its lines nobody knows where it is");
        }
        Modes modes = reader.modes();
        Prologue prologue = Prologue.of(kind, modes, top);
        List<String> all = new ArrayList<>(prologue.lines());
        rest(program, from, modes).forEach(all::add);
        return Sanitiser.sanitise(String.join("\n", all) + "\n", program.dialect())
                .fold(
                        safe -> new ResumePlan.Possible(
                                from,
                                program.lines()
                                        .get(Math.min(from, program.size() - 1))
                                        .number(),
                                Math.max(lines.sent(), lines.acknowledged()) - from,
                                modes,
                                prologue.lines(),
                                Unknowns.of(program, from, lines, kind, modes),
                                safe.program()),
                        refused -> new ResumePlan.Impossible("the plan does not pass the sanitiser: line "
                                + refused.line() + ", " + refused.detail()));
    }

    /** The first line that moves says again which way, and the first that works with a constant beam how strongly. */
    private static List<String> rest(SafeProgram program, int from, Modes modes) {
        List<String> rest = new ArrayList<>();
        boolean grbl = program.dialect() == Dialect.GRBL;
        boolean motionOpen = grbl;
        boolean powerOpen = grbl && modes.beam().isOn() && modes.beam().mode() == Beam.Mode.CONSTANT;
        String motion = modes.motion();
        for (SafeProgram.Line line : program.lines().subList(from, program.size())) {
            String text = line.text();
            String said = motionOf(text);
            motion = said.isEmpty() ? motion : said;
            boolean moves = text.matches(".*[XYZIJR].*");
            if (motionOpen && (moves || !said.isEmpty())) {
                motionOpen = false;
                text = said.isEmpty() ? motion + " " + text : text;
            }
            if (powerOpen && (text.contains("S") || moves && !motion.equals("G0"))) {
                powerOpen = false;
                text = text.contains("S")
                        ? text
                        : text + " S" + ModeReader.plain(modes.beam().power());
            }
            rest.add(text);
        }
        return rest;
    }

    private static String motionOf(String text) {
        Words words = Words.of(text);
        String motion = "";
        for (int i = 0; i < words.size(); i++) {
            String name = ModeReader.name(words, i);
            motion = name.matches("G[0-3]") ? name : motion;
        }
        return motion;
    }
}
