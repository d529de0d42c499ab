package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateProfileTest {
    private static final Bounds BED = new Bounds(Point.ORIGIN, new Point(200, 200, 200));

    @Test
    void knowsTheDialectOfEachKind() {
        assertThat(GateProfile.Kind.FDM_PRINTER.dialect()).isEqualTo(Dialect.MARLIN);
        assertThat(GateProfile.Kind.LASER.dialect()).isEqualTo(Dialect.GRBL);
        assertThat(GateProfile.Kind.MILL.dialect()).isEqualTo(Dialect.GRBL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesLimitsThatAreNoPositiveNumbers(double limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GateProfile.Speeds(limit, 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> GateProfile.ofLaser(BED, limit, 1000, false));
        assertThatIllegalArgumentException().isThrownBy(() -> GateProfile.ofLaser(BED, 1000, limit, false));
        assertThatIllegalArgumentException().isThrownBy(() -> GateProfile.ofMill(BED, 1000, limit));
        assertThatIllegalArgumentException().isThrownBy(() -> new AxisLimits(1, limit, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Junction.Deviation(limit));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesAccelerationsThatAreNotPositive(double acceleration) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Accelerations(acceleration, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Accelerations(1, acceleration, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Accelerations(1, 1, acceleration));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 501, Double.NaN})
    void refusesTemperaturesThatNoMachineHas(double temperature) {
        assertThatIllegalArgumentException().isThrownBy(() -> printer(new Analysis.Temperatures(temperature, 60)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer(new Analysis.Temperatures(250, temperature)))
                .withMessageContaining("bed");
    }

    @Test
    void refusesAPrinterThatMayNotHeat() {
        assertThatIllegalArgumentException().isThrownBy(() -> printer(new Analysis.Temperatures(0, 60)));
    }

    @Test
    void refusesAnEnvelopeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(new Point(0, 5, 0), new Point(10, 4, 0)))
                .withMessageContaining("Y from 5.0 to 4.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Point.ORIGIN, new Point(Double.NaN, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateProfile.ofMill(new Bounds(Point.ORIGIN, new Point(1, 1, 20_001)), 1, 1));
    }

    @Test
    void refusesAPrintersEnvelopeWithoutItsHome() {
        Bounds away = new Bounds(new Point(5, 0, 0), new Point(200, 200, 200));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateProfile.ofPrinter(
                        away, new Analysis.Temperatures(250, 90), new GateProfile.Speeds(9000, 1000)))
                .withMessageContaining("home");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1001})
    void refusesALookAheadThatNoFirmwareHas(int moves) {
        KinematicLimits usual = KinematicLimits.ofPrinter(1000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KinematicLimits(
                        usual.speedMax(),
                        usual.accelerationMax(),
                        usual.accelerations(),
                        usual.junction(),
                        moves,
                        usual.resolution()));
    }

    private static GateProfile printer(Analysis.Temperatures most) {
        return GateProfile.ofPrinter(BED, most, new GateProfile.Speeds(9000, 1000));
    }
}
