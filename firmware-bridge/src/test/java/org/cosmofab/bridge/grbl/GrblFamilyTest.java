package org.cosmofab.bridge.grbl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.bridge.testing.Eventually.holds;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.machine.FirmwareIdentity;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.simulated.GrblProfile;
import org.cosmofab.bridge.simulated.GrblVariant;
import org.cosmofab.bridge.simulated.SimulatedGrbl;
import org.cosmofab.bridge.testing.Bench;
import org.cosmofab.bridge.testing.Conversation;
import org.cosmofab.bridge.testing.SamplePrograms;
import org.cosmofab.bridge.time.ScaledClock;
import org.cosmofab.bridge.time.Ticker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What differs between the firmwares of the family. */
@Timeout(60)
class GrblFamilyTest {
    private final ScaledClock clock = ScaledClock.startingNow(200);

    private SimulatedGrbl board(GrblVariant variant) {
        return new SimulatedGrbl(clock, GrblProfile.mill(), variant);
    }

    private GrblDriver driver(Bench bench) {
        return new GrblDriver(bench.opener(), clock, Ticker.system(), GrblDriverContract.QUICK);
    }

    @Test
    void eachIsKnownByWhatItSaysOfItself() {
        assertThat(identityOf(GrblVariant.GRBL).name()).isEqualTo("Grbl");
        assertThat(identityOf(GrblVariant.GRBLHAL).name()).isEqualTo("grblHAL");
        assertThat(identityOf(GrblVariant.FLUIDNC).name()).isEqualTo("FluidNC");
        assertThat(identityOf(GrblVariant.GRBLHAL).capabilities())
                .containsEntry("receive-buffer-bytes", "1024")
                .containsEntry("alarm/10", "EStop asserted.");
    }

    private FirmwareIdentity identityOf(GrblVariant variant) {
        try (Bench bench = Bench.memory(board(variant));
                GrblDriver driver = driver(bench)) {
            return driver.connect();
        }
    }

    @Test
    void aNumberIsExplainedAsItsFirmwareMeansIt() {
        GrblExplanations hal = new GrblExplanations(GrblFirmware.GRBLHAL, Map.of("alarm/99", "Smoke."));

        assertThat(hal.alarm(10)).contains("emergency stop").endsWith("[grblhal/alarm/10]");
        assertThat(hal.alarm(99)).contains("Smoke.").contains("own words");
        assertThat(new GrblExplanations(GrblFirmware.FLUIDNC, Map.of()).error(120))
                .contains("another connection");
    }

    @Test
    void aByteThatOnlyOneFirmwareKnowsIsSentToThatOneOnly() {
        assertThat(GrblFirmware.GRBL.bytes(Map.of()).toolChanged()).isZero();
        assertThat(GrblFirmware.FLUIDNC.bytes(Map.of()).toolChanged()).isZero();
        assertThat(GrblFirmware.GRBLHAL.bytes(Map.of()).toolChanged()).isEqualTo(0xA3);
        assertThat(GrblFirmware.GRBLHAL.bytes(Map.of("NEWOPT", "ENUMS,RT-")).hold())
                .isEqualTo(0x82);
    }

    @Test
    void aWordInABannerOfAnotherKindNamesNobody() {
        assertThat(GrblFirmware.of(List.of("[MSG:made for grblHAL]", "[VER:1.1h.20190830:]")))
                .isEqualTo(GrblFirmware.GRBL);
    }

    @Test
    void grblHalWaitsForAToolUntilAPersonSaysThatItIsIn() {
        SimulatedGrbl board = board(GrblVariant.GRBLHAL);
        try (Bench bench = Bench.memory(board);
                GrblDriver driver = driver(bench)) {
            driver.connect();
            CompletableFuture<RunOutcome> running = CompletableFuture.supplyAsync(() -> driver.run(
                    SamplePrograms.safe("G21 G90\nG1 X5 F600\nT1 M6\nG1 X6\n", Dialect.GRBL), (d, t, s) -> {}));
            holds("waits", () -> driver.status().state() == State.WAITING_FOR_PERSON);
            assertThat(board.truth().executed()).doesNotContain("G1X6");

            driver.resume();

            assertThat(running.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(RunOutcome.Completed.class);
            assertThat(board.truth().executed()).contains("G1X6");
        }
    }

    @Test
    void oneBadLineInABurstIsOneFailureAtThatLineAlthoughGrblHalRefusesAllBehindIt() {
        try (Bench bench = Bench.memory(board(GrblVariant.GRBLHAL));
                GrblDriver driver = driver(bench)) {
            driver.connect();

            RunOutcome outcome = driver.run(
                    SamplePrograms.safe("G21 G90\nG1 X5 F600\nG64\nG1 X6\nG1 X7\n", Dialect.GRBL), (d, t, s) -> {});

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            RunOutcome.Failed.class,
                            failed -> assertThat(failed.line()).isEqualTo(3));
            assertThat(driver.run(SamplePrograms.safe("G21 G90\nG1 X8 F600\n", Dialect.GRBL), (d, t, s) -> {}))
                    .isInstanceOf(RunOutcome.Completed.class);
        }
    }

    @Test
    void theSimulatedBoardsDifferWhereTheRealOnesDo() {
        try (Conversation grbl = Conversation.with(board(GrblVariant.GRBL));
                Conversation hal = Conversation.with(board(GrblVariant.GRBLHAL))) {
            grbl.hearUntil("Grbl 1.1h ['$' for help]");
            hal.hearUntil("GrblHAL 1.1f ['$' or '$HELP' for help]");
            grbl.sendRaw("G21\r\n");
            hal.sendRaw("G21\r\nG64\nG21\n\nG21\n");

            assertThat(List.of(grbl.next(), grbl.next())).containsExactly("ok", "ok");
            assertThat(List.of(hal.next(), hal.next(), hal.next(), hal.next(), hal.next()))
                    .containsExactly("ok", "error:20", "error:20", "ok", "ok");
        }
    }
}
