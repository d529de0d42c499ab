package org.cosmofab.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What happens before anything runs. */
class StartTest {
    @TempDir
    Path data;

    @Test
    void aPortThatIsPromisedIsNotGivenTwice() throws Exception {
        int free = freePort();

        assertThat(Ports.freeOr(free, free)).isNotEqualTo(free);
        assertThat(Ports.freeOr(free, 1)).isEqualTo(free);
    }

    @Test
    void aPortThatIsTakenIsReplaced() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.freeOr(taken.getLocalPort(), 1)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aDamagedClockIsNamedWithItsRemedy() throws Exception {
        Files.writeString(data.resolve("clock.properties"), "speed=60\nwall-origin=yesterday\n");

        assertThatThrownBy(() -> WorkshopTime.resume(data))
                .hasMessageContaining("clock.properties is damaged: wall-origin is 'yesterday'")
                .hasMessageContaining("Remove the file");
    }

    @Test
    void portsOfAnEarlierFormAreForgotten() throws Exception {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/ports"), "8484 8485");
        assertThat(Simulation.Address.remembered(data)).isEmpty();

        Simulation.Address address = new Simulation.Address(8484, URI.create("tcp://broker:1883"));
        address.remember(data);
        assertThat(Simulation.Address.remembered(data)).contains(address);
    }

    @Test
    void aFailureNamesThePlaceAndTheRemedy() {
        assertThat(Failure.words(new IllegalStateException("x", new AccessDeniedException("/srv/x"))))
                .isEqualTo("/srv/x may not be written by you; choose another folder with --data DIR");
        assertThat(Failure.words(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void withoutAVerbTheVerbsAreListed() {
        StringWriter said = new StringWriter();
        CommandLine line = Cosmofab.commandLine().setOut(new PrintWriter(said));

        assertThat(line.execute()).isZero();
        assertThat(said.toString()).contains("demo", "serve", "password", "doctor", "agent", "simulate");
        assertThat(line.execute("--help")).isZero();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
