package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;

import java.util.Locale;

/** Rules about heaters and filament. */
final class HeatRules implements GateRules {
    /** Source: Marlin 2.1.2, EXTRUDE_MINTEMP: colder filament is not pushed. */
    private static final double EXTRUSION_MIN = 170;

    private final Analysis.Temperatures most;
    private final Findings findings;
    private double nozzle;
    private double bed;
    private boolean nozzleWasWaitedFor;

    HeatRules(GateProfile profile, Findings findings) {
        this.most = profile.temperaturesMax();
        this.findings = findings;
    }

    @Override
    public void heated(Heater heater, double target, boolean waits) {
        refusesTemperaturesOutOfRange(heater, target);
        if (heater == Heater.BED) {
            bed = target;
        } else {
            nozzle = target;
            nozzleWasWaitedFor = target > 0 && (nozzleWasWaitedFor || waits);
        }
    }

    private void refusesTemperaturesOutOfRange(Heater heater, double target) {
        double limit = heater == Heater.BED ? most.bed() : most.nozzle();
        if (!(target >= 0 && target <= limit)) {
            findings.add(
                    Code.TEMPERATURE_OUT_OF_RANGE,
                    heater.name().toLowerCase(Locale.ROOT) + " at " + target + " degrees Celsius, allowed is 0 to "
                            + limit);
        }
    }

    @Override
    public void moved(Move move) {
        refusesColdExtrusion(move);
    }

    private void refusesColdExtrusion(Move move) {
        boolean isHot = nozzleWasWaitedFor && nozzle >= EXTRUSION_MIN;
        if (move.filamentMm() > 0 && !isHot && !findings.isFull(Code.EXTRUSION_COLD)) {
            findings.add(
                    Code.EXTRUSION_COLD,
                    "filament is pushed while the nozzle's target is " + nozzle + " degrees Celsius"
                            + (nozzleWasWaitedFor ? "" : " and not waited for"));
        }
    }

    @Override
    public void finished(ModalMachine machine) {
        refusesHeatersLeftOn();
    }

    private void refusesHeatersLeftOn() {
        if (nozzle > 0) {
            findings.add(Code.HEATER_LEFT_ON, "the nozzle is left at " + nozzle + " degrees Celsius");
        }
        if (bed > 0) {
            findings.add(Code.HEATER_LEFT_ON, "the bed is left at " + bed + " degrees Celsius");
        }
    }
}
