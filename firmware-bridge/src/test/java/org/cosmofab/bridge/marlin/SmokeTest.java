package org.cosmofab.bridge.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import org.cosmofab.bridge.gcode.*;
import org.cosmofab.bridge.machine.*;
import org.cosmofab.bridge.simulated.*;
import org.cosmofab.bridge.time.*;
import org.cosmofab.bridge.wire.*;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void runs() {
        ScaledClock clock = ScaledClock.startingNow(600);
        SimulatedMarlin marlin = new SimulatedMarlin(clock);
        MemoryWire.Pair pair = MemoryWire.pair("m");
        Thread t = new Thread(() -> marlin.serve(pair.machine()));
        t.setDaemon(true);
        t.start();
        MarlinDriver driver = MarlinDriver.over(pair::host, clock);
        System.err.println(driver.connect());
        StringBuilder p = new StringBuilder("G28\nM104 S200\nM109 S200\nG1 Z0.2 F600\n");
        for (int i = 0; i < 2000; i++) {
            p.append("G1 X" + (10 + i % 7) + " Y" + (i % 100) + " E" + String.format(java.util.Locale.ROOT, "%.3f", i * 0.05) + " F3000\n");
        }
        SafeProgram program = Sanitiser.sanitise(p.toString(), Dialect.MARLIN).fold(s -> s.program(), r -> {
            throw new AssertionError(r.detail());
        });
        long t0 = System.nanoTime();
        RunOutcome o = driver.run(program, (a, b, s) -> {});
        System.err.println((System.nanoTime() - t0) / 1e6 + " ms " + o + " truth " + marlin.truth().extrudedMm() + " " + marlin.truth().busyTime() + marlin.truth().executed().size()+ " "+driver.status());
        assertThat(o).isInstanceOf(RunOutcome.Completed.class);
        System.err.println(driver.stop()+" "+driver.status());
    }
}
