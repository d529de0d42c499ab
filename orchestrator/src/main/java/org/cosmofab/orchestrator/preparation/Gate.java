package org.cosmofab.orchestrator.preparation;

import java.util.List;
import org.cosmofab.bridge.gcode.Analyser;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.AxisLimits;
import org.cosmofab.bridge.gcode.Bounds;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.Finding;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.SafetyGate;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;

/** The last word before a program is kept: fit for the wire, safe for this very machine, and measured. */
final class Gate {
    private static final double PRINTER_ACCELERATION = 1000;

    /** $110 and $111, $112, in mm/min. */
    private static final double GRBL_SPEED = 12_000;

    private static final double GRBL_SPEED_Z = 1_000;

    /** $120 and $121, $122, in mm/s2. */
    private static final double GRBL_ACCELERATION = 1_500;

    private static final double GRBL_ACCELERATION_Z = 200;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double NO_AXIS = 1;

    private Gate() {}

    /** A program that passed, and what it measures. */
    record Passed(SafeProgram program, Analysis analysis) {}

    static Result<Passed> check(byte[] code, String name, Machine machine) {
        Dialect dialect = machine.process() == Process.PRINT ? Dialect.MARLIN : Dialect.GRBL;
        return Sanitiser.sanitise(code, dialect)
                .fold(safe -> check(safe.program(), name, machine), refused -> Result.refused(refusal(refused, name)));
    }

    private static Result<Passed> check(SafeProgram program, String name, Machine machine) {
        List<Finding> findings = SafetyGate.check(program, profile(machine));
        if (findings.isEmpty()) {
            return Result.done(new Passed(program, Analyser.analyse(program, limits(machine))));
        }
        Finding first = findings.get(0);
        return Result.refused(Refusal.of(
                        PreparationRefusal.PROGRAM_UNSAFE,
                        name + ", line " + first.line() + ": " + first.detail() + "; " + first.remedy())
                .with("line", first.line())
                .with("code", first.code().name())
                .with("findings", findings.size()));
    }

    private static Refusal refusal(Sanitised.Refused refused, String name) {
        return Refusal.of(
                        PreparationRefusal.PROGRAM_UNSAFE,
                        name + ", line " + refused.line() + ": " + refused.detail() + "; " + refused.remedy())
                .with("line", refused.line())
                .with("code", refused.reason().name());
    }

    static GateProfile profile(Machine machine) {
        Machine.Envelope e = machine.envelope();
        Bounds envelope = new Bounds(new Point(e.minX(), e.minY(), e.minZ()), new Point(e.maxX(), e.maxY(), e.maxZ()));
        Machine.Limits l = machine.limits();
        return switch (machine.process()) {
            case PRINT ->
                GateProfile.ofPrinter(
                        envelope,
                        new Analysis.Temperatures(l.nozzleMax(), l.bedMax()),
                        new GateProfile.Speeds(l.feedMax(), 3 * PRINTER_ACCELERATION));
            case LASER -> GateProfile.ofLaser(envelope, l.feedMax(), l.powerMax(), false);
            case MILL -> GateProfile.ofMill(envelope, l.feedMax(), l.powerMax());
        };
    }

    /** How this kind of machine is commonly configured; read from the machine itself later. */
    static KinematicLimits limits(Machine machine) {
        if (machine.process() == Process.PRINT) {
            return KinematicLimits.ofPrinter(PRINTER_ACCELERATION);
        }
        double speed = GRBL_SPEED / SECONDS_PER_MINUTE;
        return KinematicLimits.ofGrbl(
                new AxisLimits(speed, speed, GRBL_SPEED_Z / SECONDS_PER_MINUTE, NO_AXIS),
                new AxisLimits(GRBL_ACCELERATION, GRBL_ACCELERATION, GRBL_ACCELERATION_Z, NO_AXIS));
    }
}
