package org.cosmofab.bridge.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cosmofab.bridge.testing.Eventually.holds;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.MachineUnreachable;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.simulated.SimulatedWorkshop.Spec;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulatedWorkshopTest {
    @TempDir
    Path directory;

    private final ScaledClock clock = ScaledClock.startingNow(600);
    private SimulatedWorkshop workshop;

    @BeforeEach
    void setUp() {
        workshop = SimulatedWorkshop.open(
                directory.resolve("machines"),
                List.of(Spec.parse("printer-1=marlin"), Spec.parse("laser-1=grbl")),
                clock);
    }

    @AfterEach
    void tearDown() {
        workshop.close();
    }

    @Test
    void putsEachMachineBehindADeviceOfItsName() {
        try (MachineDriver printer = printer();
                MachineDriver laser = laser()) {
            assertThat(printer.connect().name()).isEqualTo("Marlin");
            assertThat(laser.connect().name()).isEqualTo("Grbl");
            assertThat(printer.run(SamplePrograms.print(20), (done, total, status) -> {}))
                    .isInstanceOf(RunOutcome.Completed.class);
            assertThat(laser.run(SamplePrograms.cut(20), (done, total, status) -> {}))
                    .isInstanceOf(RunOutcome.Completed.class);
        }
    }

    @Test
    void surviveAHostThatClosesThePortAndOpensItAgain() {
        for (int i = 0; i < 5; i++) {
            try (MachineDriver printer = printer()) {
                printer.connect();
                assertThat(printer.run(SamplePrograms.print(3), (done, total, status) -> {}))
                        .isInstanceOf(RunOutcome.Completed.class);
            }
        }
        assertThat(workshop.firmware("printer-1").truth().restarts()).isEqualTo(1);
    }

    /** As when an agent is killed: reports nobody reads fill the buffer, and the machine must not stand still for it. */
    @Test
    void goesOnWhileNobodyListens() {
        try (MachineDriver printer = printer()) {
            printer.connect();
        }
        Wire wire = SerialWire.opener(workshop.device("printer-1").toString(), 115_200)
                .open();
        wire.write("M155 S0.001\n".getBytes(StandardCharsets.US_ASCII));
        wire.close();
        Instant later = clock.instant().plusSeconds(240);
        holds("some hundred reports nobody reads", () -> clock.instant().isAfter(later));

        try (MachineDriver printer = printer()) {
            assertThat(printer.connect().name()).isEqualTo("Marlin");
        }
    }

    @Test
    void letsNobodyElseOpenAPortThatIsInUse() {
        try (MachineDriver first = printer();
                MachineDriver second = printer()) {
            first.connect();

            assertThatThrownBy(second::connect)
                    .isInstanceOf(MachineUnreachable.class)
                    .hasMessageContaining("no other program");
        }
    }

    @Test
    void losesAMachineWhoseCableIsPulledAndFindsItAgain() {
        try (MachineDriver laser = laser()) {
            laser.connect();

            workshop.unplug("laser-1");

            holds("unreachable", () -> laser.status().state() == State.UNREACHABLE);
            assertThat(Files.exists(workshop.device("laser-1"))).isFalse();
            assertThatThrownBy(laser::connect)
                    .isInstanceOf(MachineUnreachable.class)
                    .hasMessageContaining("laser-1")
                    .hasMessageContaining("plugged in");

            workshop.replug("laser-1");
            laser.connect();

            assertThat(laser.run(SamplePrograms.cut(5), (done, total, status) -> {}))
                    .isInstanceOf(RunOutcome.Completed.class);
        }
    }

    @Test
    void takesItsLinksAwayWhenItIsClosed() {
        workshop.close();

        assertThat(directory.resolve("machines")).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrongWithADescription() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spec.parse("printer-1"))
                .withMessageContaining("printer-1=marlin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spec.parse("printer-1=klipper"))
                .withMessageContaining("grbl-mill");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spec.parse("Printer 1=marlin"))
                .withMessageContaining("a-z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedWorkshop.open(
                        directory.resolve("twice"), List.of(Spec.parse("a=marlin"), Spec.parse("a=grbl")), clock))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workshop.firmware("mill-9"))
                .withMessageContaining("laser-1");
    }

    private MachineDriver printer() {
        return MarlinDriver.over(SerialWire.opener(workshop.device("printer-1").toString(), 115_200), clock);
    }

    private MachineDriver laser() {
        return GrblDriver.over(SerialWire.opener(workshop.device("laser-1").toString(), 115_200), clock);
    }
}
