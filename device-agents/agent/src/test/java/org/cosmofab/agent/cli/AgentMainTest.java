package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AgentMainTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    Path directory;

    private Path machines;
    private Path secret;

    @BeforeEach
    void write() throws Exception {
        machines = Files.writeString(directory.resolve("machines.properties"), """
                printer-1.process = print
                printer-1.dialect = marlin
                printer-1.port = /dev/ttyUSB0
                printer-1.watts.running = 120
                """);
        secret = Files.writeString(directory.resolve("secret"), "hush\n");
    }

    @Test
    void withoutAVerbItSaysWhatThereIs() {
        assertThat(execute()).isEqualTo(2);
        assertThat(said.toString()).contains("one of the verbs", "simulate  ", "stream  ", "analyse  ", "bench  ");
    }

    @Test
    void aFleetIsAskedForByNamesThatExist() {
        assertThat(execute("fleet", "--directory=" + directory, "--fault=fire@3", "grblhal"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("fire", "lose-ok");
        assertThat(execute("fleet", "--directory=" + directory, "toaster")).isEqualTo(2);
        assertThat(said.toString()).contains("toaster", "fluidnc");
    }

    @Test
    void wrongOptionsAreToldBeforeAnythingStarts() {
        assertThat(execute(agent("Bench.1", "tcp://127.0.0.1:1883", "http://127.0.0.1:8080")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("Bench.1", "small letters");
        assertThat(execute(agent("bench-1", "127.0.0.1", "http://127.0.0.1:8080")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("tcp://host:port");
        assertThat(execute(agent("bench-1", "tcp://127.0.0.1:1883", "ftp://127.0.0.1")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("http://host:port");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void aSecretIsAskedForAndNeverShown() throws Exception {
        Files.writeString(secret, "\n");
        assertThat(execute(agent("bench-1", "tcp://127.0.0.1:1883", "http://127.0.0.1:8080")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--secret-file", "COSMOFAB_AGENT_SECRET");

        Files.delete(secret);
        assertThat(execute(agent("bench-1", "tcp://127.0.0.1:1883", "http://127.0.0.1:8080")))
                .isEqualTo(2);
        assertThat(said.toString()).contains("cannot read --secret-file");
    }

    @Test
    void aMachineThatCannotBeSimulatedIsNamed() {
        assertThat(execute("simulate", "--directory", directory.toString(), "knitter-1=wool"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("wool", "marlin");
    }

    @Test
    void optionsAreReadWithOrWithoutTheVerb() {
        String[] withVerb = agent("bench-1", "tcp://127.0.0.1:1883", "http://127.0.0.1:8080");
        String[] without = Arrays.copyOfRange(withVerb, 1, withVerb.length);

        assertThat(AgentOptions.parse(withVerb).settings().agent().value()).isEqualTo("bench-1");
        assertThat(AgentOptions.parse(without).settings().machines()).hasSize(1);
    }

    private String[] agent(String id, String broker, String orchestrator) {
        return new String[] {
            "agent",
            "--id",
            id,
            "--secret-file",
            secret.toString(),
            "--broker",
            broker,
            "--orchestrator",
            orchestrator,
            "--data",
            directory.resolve("data").toString(),
            "--machines",
            machines.toString()
        };
    }

    private int execute(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return new CommandLine(new AgentMain()).setOut(writer).setErr(writer).execute(arguments);
    }
}
