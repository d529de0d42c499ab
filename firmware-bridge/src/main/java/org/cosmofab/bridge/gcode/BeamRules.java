package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;
import static org.cosmofab.bridge.gcode.GateProfile.Kind;

/** Rules about beams and spindles. */
final class BeamRules implements GateRules {
    private final GateProfile profile;
    private final Findings findings;
    private boolean mustBeSwitchedOff;
    private Beam beam = Beam.OFF;

    BeamRules(GateProfile profile, Findings findings) {
        this.profile = profile;
        this.findings = findings;
    }

    @Override
    public void read(Words line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.letter(i) == 'M') {
                refusesTheWrongMode(line.code(i));
                mustBeSwitchedOff = remainsOn(line.code(i));
            }
        }
        refusesPowersOutOfRange(line);
    }

    private boolean remainsOn(int code) {
        return code == 30 || code == 40 || mustBeSwitchedOff && code != 50;
    }

    private void refusesTheWrongMode(int code) {
        boolean laser = profile.kind() == Kind.LASER;
        if (code == 30 && laser && !profile.constantBeamAllowed()) {
            findings.add(Code.BEAM_MODE_REFUSED, "M3 burns on while the machine stands; this laser is used with M4");
        }
        if (code == 40 && !laser) {
            findings.add(Code.BEAM_MODE_REFUSED, "M4 turns the spindle backwards");
        }
    }

    private void refusesPowersOutOfRange(Words line) {
        double power = line.value('S');
        if (power < 0 || power > profile.powerMax()) {
            findings.add(Code.POWER_OUT_OF_RANGE, "S" + power + ", allowed is 0 to " + profile.powerMax());
        }
    }

    @Override
    public void beamSwitched(Beam switched) {
        beam = switched;
    }

    @Override
    public void moved(Move move) {
        if (move.rapid()) {
            refusesTheBeamOutsideCuts("G0");
        }
    }

    @Override
    public void dwelt(double seconds) {
        refusesTheBeamOutsideCuts("G4");
    }

    /** With M4 the firmware itself switches the beam off where the machine stands or rushes. */
    private void refusesTheBeamOutsideCuts(String command) {
        if (profile.kind() == Kind.LASER && beam.isOn() && beam.mode() == Beam.Mode.CONSTANT) {
            findings.add(Code.BEAM_ON_OUTSIDE_CUT, command + " with the beam on at S" + beam.power());
        }
    }

    @Override
    public void finished(ModalMachine machine) {
        refusesABeamLeftOn();
    }

    private void refusesABeamLeftOn() {
        if (mustBeSwitchedOff) {
            findings.add(Code.BEAM_LEFT_ON, "no M5 behind the last M3 or M4");
        }
    }
}
