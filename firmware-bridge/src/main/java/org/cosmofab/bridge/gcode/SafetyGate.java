package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;
import static org.cosmofab.bridge.gcode.GateProfile.Kind;

import java.util.ArrayList;
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
        Findings findings = new Findings();
        Check check = new Check(rules(profile, findings));
        ModalMachine machine = new ModalMachine(profile.kind().dialect(), check);
        Words words = new Words();
        refusesOtherDialects(program, profile, findings);
        for (int i = 0; i < program.size(); i++) {
            findings.at(program.sourceLine(i));
            program.readLine(i, words);
            check.read(words);
            machine.apply(words);
            check.done(words, machine);
        }
        check.finished(machine);
        return findings.inOrderOfLines();
    }

    private static void refusesOtherDialects(SafeProgram program, GateProfile profile, Findings findings) {
        if (program.dialect() != profile.kind().dialect()) {
            findings.at(1);
            findings.add(
                    Code.DIALECT_OTHER,
                    "made for " + program.dialect() + ", the machine speaks "
                            + profile.kind().dialect());
        }
    }

    private static List<GateRules> rules(GateProfile profile, Findings findings) {
        List<GateRules> rules = new ArrayList<>();
        rules.add(new CommandRules(profile.kind(), findings));
        rules.add(new MotionRules(profile, findings));
        if (profile.kind() == Kind.FDM_PRINTER) {
            rules.add(new HeatRules(profile, findings));
        } else {
            rules.add(new BeamRules(profile, findings));
        }
        if (profile.kind() == Kind.MILL) {
            rules.add(new MillingRules(findings));
        }
        return rules;
    }

    /** Tells every rule. */
    private static final class Check implements GateRules {
        private final GateRules[] rules;

        Check(List<GateRules> rules) {
            this.rules = rules.toArray(GateRules[]::new);
        }

        @Override
        public void read(Words line) {
            for (GateRules rule : rules) {
                rule.read(line);
            }
        }

        @Override
        public void done(Words line, ModalMachine machine) {
            for (GateRules rule : rules) {
                rule.done(line, machine);
            }
        }

        @Override
        public void finished(ModalMachine machine) {
            for (GateRules rule : rules) {
                rule.finished(machine);
            }
        }

        @Override
        public void moved(Move move) {
            for (GateRules rule : rules) {
                rule.moved(move);
            }
        }

        @Override
        public void dwelt(double seconds) {
            for (GateRules rule : rules) {
                rule.dwelt(seconds);
            }
        }

        @Override
        public void homed(boolean x, boolean y, boolean z) {
            for (GateRules rule : rules) {
                rule.homed(x, y, z);
            }
        }

        @Override
        public void heated(Heater heater, double target, boolean waits) {
            for (GateRules rule : rules) {
                rule.heated(heater, target, waits);
            }
        }

        @Override
        public void beamSwitched(Beam beam) {
            for (GateRules rule : rules) {
                rule.beamSwitched(beam);
            }
        }

        @Override
        public void accelerationsChanged(double working, double travelling, double retracting) {
            for (GateRules rule : rules) {
                rule.accelerationsChanged(working, travelling, retracting);
            }
        }

        @Override
        public void ended() {
            for (GateRules rule : rules) {
                rule.ended();
            }
        }

        @Override
        public void faulted(Fault fault) {
            for (GateRules rule : rules) {
                rule.faulted(fault);
            }
        }
    }
}
