package org.cosmofab.bridge.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cosmofab.bridge.simulated.Fault.Kind;
import org.junit.jupiter.api.Test;

class FleetFaultTest {
    @Test
    void strikesOnceAtTheLineAskedFor() {
        Faults faults = new Faults();
        FleetFault.parse("lose-ok@3").arm(faults);

        assertThat(faults.strike("a")).isEmpty();
        assertThat(faults.strike("b")).isEmpty();
        assertThat(faults.strike("c")).map(Fault::kind).contains(Kind.LOSE_OK);
        assertThat(faults.strike("d")).isEmpty();
    }

    @Test
    void theSameSeedBringsTheSameFaults() {
        assertThat(FleetFault.seeded(7)).isEqualTo(FleetFault.seeded(7)).isNotEqualTo(FleetFault.seeded(8));
    }

    @Test
    void saysWhatCanBeAskedForWhenItIsAskedForSomethingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FleetFault.parse("fire@3"))
                .withMessageContaining("lose-ok");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FleetFault.parse("lose-ok"))
                .withMessageContaining("lose-ok@50");
    }
}
