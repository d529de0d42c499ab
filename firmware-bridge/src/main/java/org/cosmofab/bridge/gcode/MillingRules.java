package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;

/** Rules about a tool in the material, which lies below Z0. */
final class MillingRules implements GateRules {
    private final Findings findings;

    MillingRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void moved(Move move) {
        if (move.rapid()) {
            refusesRapidsInTheMaterial(move.path());
        } else {
            refusesCutsWithoutTheSpindle(move);
        }
    }

    private void refusesRapidsInTheMaterial(ToolPath path) {
        Point from = path.from();
        Point to = path.to();
        boolean straightUp = from.x() == to.x() && from.y() == to.y() && to.z() >= from.z();
        if (Math.min(from.z(), to.z()) < 0 && !straightUp) {
            findings.add(Code.RAPID_IN_MATERIAL, "G0 from Z" + from.z() + " to Z" + to.z());
        }
    }

    private void refusesCutsWithoutTheSpindle(Move move) {
        double depth = Math.min(move.path().from().z(), move.path().to().z());
        if (depth < 0 && !move.beam().isOn()) {
            findings.add(Code.CUT_WITHOUT_SPINDLE, "at Z" + depth);
        }
    }
}
