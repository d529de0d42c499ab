package org.cosmofab.orchestrator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as the README promises it. */
class DemoIT {

    @TempDir
    Path data;

    @Test
    void takesOneOrderAllTheWayAndASecondOnTheSameData() throws Exception {
        for (String number : new String[] {"1001", "1002"}) {
            try (StartedWorkshop demo = StartedWorkshop.start(data, "demo", "--exit", "--speed", "600")) {
                assertThat(demo.waitForEnd()).as(demo.output()).isZero();
                assertThat(demo.output().contains("Log in: admin"))
                        .as("the administrator's password is shown at the first start, and only there")
                        .isEqualTo(number.equals("1001"));
                assertThat(demo.output())
                        .contains("Order       " + number, "Settlement", "Payment", "to        dina", "Passport")
                        .contains("job-" + number + " distribution of the commons fee");
            }
        }
    }

    @Test
    void saysWhichOptionIsWrong() throws Exception {
        try (StartedWorkshop demo = StartedWorkshop.start(data, "demo", "--exit", "--speed", "0")) {
            assertThat(demo.waitForEnd()).isEqualTo(2);
            assertThat(demo.output()).contains("--speed takes a number from 0.1 to 10000");
        }
    }
}
