package org.cosmofab.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Machine PRINTER = Workbench.printer("p1");
    private static final Machine LASER = Workbench.laser("l1");

    @Test
    void passesASafeProgramWithItsMeasure() {
        Gate.Passed passed = check("G28\nM109 S200\nG90\nM83\nG1 X10 Y10 Z0.2 F600\nG1 X20 E2\nM104 S0\n", PRINTER)
                .orThrow();
        assertThat(passed.analysis().distances().filament()).isCloseTo(2, within(1e-9));
        assertThat(passed.program().size()).isEqualTo(7);
    }

    @Test
    void refusesByLineCodeAndRemedy() {
        Refusal refusal = refused("; a remark\nG28\n\nG1 X500 F600 ; away\nG1 X600\n", PRINTER);
        assertThat(refusal.kind()).isEqualTo(PreparationRefusal.PROGRAM_UNSAFE);
        assertThat(refusal.detail()).startsWith("part.gcode, line 4: ").contains("; ");
        assertThat(refusal.facts()).containsEntry("line", 4).containsKeys("code", "findings");
    }

    @Test
    void refusesWhatIsNotFitForAWireByItsLine() {
        Refusal refusal = refused("G28\nM117 all fine\nG1 X5!\n", PRINTER);
        assertThat(refusal.detail()).startsWith("part.gcode, line 3: ");
        assertThat(refusal.facts()).containsEntry("line", 3).containsEntry("code", "REAL_TIME_CHARACTER");
    }

    @Test
    void refusesHeatAndCommandsThatTheMachineDoesNotAllow() {
        assertThat(refused("G28\nM109 S290\n", PRINTER).detail()).startsWith("part.gcode, line 2: ");
        assertThat(refused("G28\nM500\n", PRINTER).detail()).startsWith("part.gcode, line 2: ");
        assertThat(refused("G21\nG90\nM3 S500\nG1 X5 F100\nM5\n", LASER).detail())
                .startsWith("part.gcode, line 3: ");
        assertThat(refused("G21\nG90\nM4 S2000\nG1 X5 F100\nM5\n", LASER).detail())
                .startsWith("part.gcode, line 3: ");
    }

    @Test
    void limitsOfLasersAreThoseOfACommonGrbl() {
        KinematicLimits limits = Gate.limits(LASER);
        assertThat(limits.speedMax().x() * 60).isEqualTo(12_000);
        assertThat(limits.speedMax().z() * 60).isCloseTo(1_000, within(1e-9));
        assertThat(limits.accelerationMax().y()).isEqualTo(1_500);
        assertThat(limits.accelerationMax().z()).isEqualTo(200);
    }

    private static Refusal refused(String code, Machine machine) {
        return check(code, machine)
                .fold(
                        passed -> {
                            throw new AssertionError("passed");
                        },
                        refusal -> refusal);
    }

    private static Result<Gate.Passed> check(String code, Machine machine) {
        return Gate.check(code.getBytes(StandardCharsets.US_ASCII), "part.gcode", machine);
    }
}
