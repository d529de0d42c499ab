package org.cosmofab.bridge.gcode;

import java.util.List;

/**
 * Holds a program against what one machine allows, line by line.
 *
 * <p>Commands are allowed by list and everything else is refused. The rules are written down in docs/gcode-safety.md.
 */
public final class SafetyGate {
    /** Findings of one code that are told; a program can break one rule on every line. */
    public static final int FINDINGS_PER_CODE_MAX = 20;

    private SafetyGate() {}

    /** Every reason why the program may not run on the machine, in the order of lines; empty if it may. */
    public static List<Finding> check(SafeProgram program, GateProfile profile) {
        GateCheck check = new GateCheck(profile);
        check.dialect(program.dialect());
        Words words = new Words();
        for (int i = 0; i < program.size(); i++) {
            program.readLine(i, words);
            check.line(program.sourceLine(i), words);
        }
        return check.findings();
    }
}
