package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cosmofab.bridge.journal.JournalFolder;
import org.cosmofab.bridge.journal.JournalHeading;
import org.cosmofab.bridge.journal.LineJournal;
import org.cosmofab.bridge.journal.LinePosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ResumeVerbTest {
    private static final String PROGRAM = "G21 G90\nM4 S0\nG0 X10 Y10\nG1 F1500 S400\n"
            + IntStream.range(0, 60).mapToObj(i -> "X" + (20 + i) + " Y10\n").collect(Collectors.joining()) + "M5\n";

    @TempDir
    Path data;

    private final StringWriter said = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void anAttemptThatWasInterrupted() throws Exception {
        file = Files.writeString(data.resolve("cut.nc"), PROGRAM);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(PROGRAM.getBytes(StandardCharsets.US_ASCII)));
        try (JournalFolder folder = new JournalFolder(data.resolve("lines"))) {
            LineJournal journal = folder.begin(new JournalHeading("a-1", "laser-1", hash, "grbl", 65));
            journal.acknowledged(new LinePosition(0, 50, 50, 0, 0, Instant.EPOCH));
            journal.sent(54);
        }
    }

    @Test
    void aPlanIsShownAndItsProgramWritten() throws Exception {
        Path out = data.resolve("on.nc");

        int status = resume("--attempt", "a-1", "--kind", "laser", "--out", out.toString(), file.toString());

        assertThat(status).as(said.toString()).isZero();
        assertThat(said.toString()).contains("line 29", "home the machine", "Nothing was started");
        assertThat(Files.readAllLines(out)).contains("G0 X43.00000 Y10.00000", "M4 S400", "F1500", "G1 X44 Y10", "M5");
    }

    @Test
    void anotherFileIsRefusedAndAnUnknownAttemptSaid() throws Exception {
        Path other = Files.writeString(data.resolve("other.nc"), "G0 X1\n");

        assertThat(resume("--attempt", "a-1", "--kind", "laser", other.toString()))
                .isEqualTo(2);
        assertThat(resume("--attempt", "a-2", "--kind", "laser", file.toString()))
                .isEqualTo(2);
        assertThat(resume("--attempt", "a-1", file.toString())).isEqualTo(2);

        assertThat(said.toString()).contains("is not the program that ran", "no lines of a-2", "--kind mill");
    }

    @Test
    void whatIsKeptIsListedUntilItIsDismissed() {
        assertThat(resume()).isZero();
        assertThat(said.toString()).contains("a-1  laser-1  50 of 65 lines acknowledged, 54 sent");

        assertThat(resume("--attempt", "a-1", "--dismiss")).isZero();
        assertThat(resume("--attempt", "a-1", "--dismiss")).isEqualTo(2);
    }

    private int resume(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        String[] all = new String[arguments.length + 2];
        all[0] = "resume";
        all[1] = "--journal=" + data;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new AgentMain()).setOut(writer).setErr(writer).execute(all);
    }
}
