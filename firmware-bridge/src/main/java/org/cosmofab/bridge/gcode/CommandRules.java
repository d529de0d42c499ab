package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;
import static org.cosmofab.bridge.gcode.GateProfile.Kind;

/** Rules about commands and their words, before what they do. */
final class CommandRules implements GateRules {
    private static final double NUMBER_MAX = 1e6;
    private static final double FEED_OVERRIDE_MIN = 10;
    private static final double FEED_OVERRIDE_MAX = 100;
    private static final double FLOW_OVERRIDE_MIN = 50;
    private static final double FLOW_OVERRIDE_MAX = 150;
    private static final double LINEAR_ADVANCE_MAX = 4;

    private final Kind kind;
    private final AllowList allowed;
    private final Findings findings;
    private boolean hasEnded;

    CommandRules(Kind kind, Findings findings) {
        this.kind = kind;
        this.allowed = AllowList.of(kind);
        this.findings = findings;
    }

    @Override
    public void read(Words line) {
        refusesLinesAfterTheEnd();
        refusesAbsurdNumbers(line);
        if (kind.dialect() == Dialect.MARLIN) {
            readCommand(line);
        } else {
            readBlock(line);
        }
    }

    @Override
    public void ended() {
        hasEnded = true;
    }

    private void readCommand(Words line) {
        boolean known = refusesCommandsNotOnTheList(line, 0);
        if (known && !refusesAMovedOrigin(line)) {
            refusesWordsTheCommandDoesNotTake(line, lettersOf(line));
            refusesOtherTools(line);
            refusesOverridesOutOfRange(line);
        }
    }

    private String lettersOf(Words line) {
        return allowed.letters(line.letter(0), line.code(0)).orElse("");
    }

    private void readBlock(Words line) {
        String letters = allowed.letters('G', 0).orElse("");
        for (int i = 0; i < line.size(); i++) {
            if (isCommand(line.letter(i))) {
                refusesCommandsNotOnTheList(line, i);
            }
        }
        refusesCommandsThatExcludeEachOther(line);
        refusesWordsTheBlockDoesNotTake(line, letters);
    }

    private static boolean isCommand(char letter) {
        return letter == 'G' || letter == 'M' || letter == 'T';
    }

    private void refusesLinesAfterTheEnd() {
        if (hasEnded) {
            findings.add(Code.LINE_AFTER_END, "the program ended before this line");
        }
    }

    private void refusesAbsurdNumbers(Words line) {
        for (int i = 0; i < line.size(); i++) {
            if (Math.abs(line.value(i)) > NUMBER_MAX) {
                findings.add(Code.NUMBER_ABSURD, line.letter(i) + " of more than a million");
            }
        }
        if (line.malformed()) {
            findings.add(Code.NUMBER_ABSURD, "not made of letters with plain numbers");
        }
    }

    private boolean refusesCommandsNotOnTheList(Words line, int index) {
        if (allowed.allows(line.letter(index), line.code(index))) {
            return true;
        }
        String command = name(line, index);
        findings.add(reason(line, index, command), command + " is not allowed on a " + kind.inWords());
        return false;
    }

    private Code reason(Words line, int index, String command) {
        if (line.letter(index) == 'T') {
            return Code.TOOL_OTHER;
        }
        Code code = RefusedCommands.reason(kind, command);
        boolean otherKindTakesIt = AllowList.of(kind == Kind.FDM_PRINTER ? Kind.MILL : Kind.FDM_PRINTER)
                .allows(line.letter(index), line.code(index));
        return code == Code.COMMAND_UNKNOWN && otherKindTakesIt ? Code.COMMAND_OF_OTHER_KIND : code;
    }

    private static String name(Words line, int index) {
        int code = line.code(index);
        String number = code % 10 == 0 ? String.valueOf(code / 10) : String.valueOf(code / 10.0);
        return line.letter(index) + (code < 0 ? " with an odd number" : number);
    }

    private boolean refusesAMovedOrigin(Words line) {
        if (line.letter(0) != 'G' || line.code(0) != 920) {
            return false;
        }
        boolean moves = line.has('X') || line.has('Y') || line.has('Z') || !line.has('E');
        if (moves) {
            findings.add(Code.ORIGIN_MOVED, "G92 with other than E alone");
        }
        return moves;
    }

    private void refusesWordsTheCommandDoesNotTake(Words line, String letters) {
        for (int i = 1; i < line.size(); i++) {
            char letter = line.letter(i);
            boolean mayStandBare = letters.indexOf(Character.toLowerCase(letter)) >= 0;
            if (letter == 'G' || letter == 'M') {
                findings.add(Code.COMMAND_WITH_ANOTHER, name(line, i) + " behind " + name(line, 0));
            } else if (!mayStandBare && letters.indexOf(letter) < 0) {
                findings.add(Code.WORD_NOT_TAKEN, name(line, 0) + " does not take " + letter);
            } else if (!mayStandBare && Double.isNaN(line.value(i))) {
                findings.add(Code.VALUE_MISSING, letter + " without a number");
            }
        }
    }

    private void refusesOtherTools(Words line) {
        if (line.letter(0) == 'M' && line.valueOr('T', 0) != 0 && line.code(0) != 2040) {
            findings.add(Code.TOOL_OTHER, "tool " + line.value('T'));
        }
    }

    private void refusesOverridesOutOfRange(Words line) {
        if (line.letter(0) != 'M') {
            return;
        }
        switch (line.code(0)) {
            case 2200 -> refusesOutOfRange(line, 'S', FEED_OVERRIDE_MIN, FEED_OVERRIDE_MAX);
            case 2210 -> refusesOutOfRange(line, 'S', FLOW_OVERRIDE_MIN, FLOW_OVERRIDE_MAX);
            case 9000 -> refusesOutOfRange(line, 'K', 0, LINEAR_ADVANCE_MAX);
            default -> {}
        }
    }

    private void refusesOutOfRange(Words line, char letter, double min, double max) {
        double value = line.value(letter);
        if (value < min || value > max) {
            findings.add(
                    Code.VALUE_OUT_OF_RANGE,
                    name(line, 0) + " " + letter + value + ", allowed is " + min + " to " + max);
        }
    }

    private void refusesCommandsThatExcludeEachOther(Words line) {
        int groupsSeen = 0;
        for (int i = 0; i < line.size(); i++) {
            int group = 1 << ModalGroups.of(line.letter(i), line.code(i));
            if (group > 1 && (groupsSeen & group) != 0) {
                findings.add(Code.COMMAND_WITH_ANOTHER, name(line, i) + " excludes another command of its line");
            }
            groupsSeen |= group;
        }
    }

    private void refusesWordsTheBlockDoesNotTake(Words line, String letters) {
        for (int i = 0; i < line.size(); i++) {
            char letter = line.letter(i);
            if (!isCommand(letter) && letters.indexOf(letter) < 0) {
                findings.add(Code.WORD_NOT_TAKEN, "a " + kind.inWords() + " does not take " + letter);
            } else if (Double.isNaN(line.value(i))) {
                findings.add(Code.VALUE_MISSING, letter + " without a number");
            }
        }
    }
}
