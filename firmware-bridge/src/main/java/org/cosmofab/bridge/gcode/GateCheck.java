package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;
import static org.cosmofab.bridge.gcode.GateProfile.Kind;

import java.util.ArrayList;
import java.util.List;

/** Holds lines against what one machine allows, one after the other; tells every rule. Not thread-safe. */
final class GateCheck implements Effects {
    private final GateProfile profile;
    private final Findings findings = new Findings();
    private final GateRules[] rules;
    private final ModalMachine machine;

    GateCheck(GateProfile profile) {
        this.profile = profile;
        this.rules = rules(profile, findings).toArray(GateRules[]::new);
        this.machine = new ModalMachine(profile.kind().dialect(), this);
    }

    /** Refuses programs that were made fit for another dialect. */
    void dialect(Dialect dialect) {
        if (dialect != profile.kind().dialect()) {
            findings.at(1);
            findings.add(
                    Code.DIALECT_OTHER,
                    "made for " + dialect + ", the machine speaks "
                            + profile.kind().dialect());
        }
    }

    /** Looks at a line, which has a number in the source file. */
    void line(int number, Words words) {
        findings.at(number);
        for (GateRules rule : rules) {
            rule.read(words);
        }
        machine.apply(words);
        for (GateRules rule : rules) {
            rule.done(words, machine);
        }
    }

    /** Every reason found, when no line follows. */
    List<Finding> findings() {
        for (GateRules rule : rules) {
            rule.finished(machine);
        }
        return findings.inOrderOfLines();
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
