package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.posts.MachineSettings;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinesFileTest {
    private static final String GOOD = """
            printer-1.process = print
            printer-1.dialect = marlin
            printer-1.port = /dev/ttyUSB0
            printer-1.baud = 250000
            printer-1.watts.idle = 8
            printer-1.watts.running = 120.5
            laser-1.process = laser
            laser-1.dialect = grbl
            laser-1.port = tcp:127.0.0.1:23
            laser-1.watts.running = 60
            """;

    @TempDir
    Path directory;

    @Test
    void readsMachinesByName() throws IOException {
        List<MachineSettings> machines = read(GOOD);

        assertThat(machines)
                .extracting(MachineSettings::machine)
                .containsExactly(new MachineId("laser-1"), new MachineId("printer-1"));
        assertThat(machines.get(0).dialect()).isEqualTo(Dialect.GRBL);
        assertThat(machines.get(0).driver().get()).isInstanceOf(GrblDriver.class);
        assertThat(machines.get(0).power()).isEqualTo(new PowerProfile(0, 60));
        assertThat(machines.get(1).driver().get()).isInstanceOf(MarlinDriver.class);
        assertThat(machines.get(1).power()).isEqualTo(new PowerProfile(8, 120.5));
        assertThat(machines.get(1).place()).isEqualTo("/dev/ttyUSB0");
    }

    @ParameterizedTest
    @CsvSource({
        "printer-1.process = print,      printer-1.process = knit,    printer-1.process",
        "printer-1.dialect = marlin,     printer-1.dialect = klingon, marlin or grbl",
        "printer-1.port = /dev/ttyUSB0,  printer-1.speed = 5,         printer-1.speed",
        "printer-1.port = /dev/ttyUSB0,  printer-1.port =,            printer-1.port is missing",
        "printer-1.baud = 250000,        printer-1.baud = fast,       a plain number",
        "printer-1.watts.running = 120.5,printer-1.watts.running = -1,a plain number",
        "tcp:127.0.0.1:23,               tcp:127.0.0.1,               tcp:host:port",
        "tcp:127.0.0.1:23,               tcp:127.0.0.1:70000,         from 1 to 65535",
        "tcp:127.0.0.1:23,               tcp:127.0.0.1:0,             from 1 to 65535",
        "printer-1.process = print,      Printer.process = print,     Printer",
    })
    void saysWhatIsWrongAndWhere(String right, String wrong, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(GOOD.replace(right, wrong)))
                .withMessageContaining(said);
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("# nothing\n"))
                .withMessageContaining("names no machine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MachinesFile.read(directory.resolve("none"), Clock.systemUTC()))
                .withMessageContaining("none");
    }

    private List<MachineSettings> read(String text) throws IOException {
        return MachinesFile.read(Files.writeString(directory.resolve("machines.properties"), text), Clock.systemUTC());
    }
}
