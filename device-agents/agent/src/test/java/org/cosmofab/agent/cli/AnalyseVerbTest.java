package org.cosmofab.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalyseVerbTest {
    private static final String CUT = "G21 G90\nG0 X10 Y0\nM4 S500\nG1 X20 F300\nG3 X0 Y0 I-10\nM5\nM2\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void measuresAProgram() throws IOException {
        assertThat(analyse(CUT)).isZero();

        JsonNode json = json();
        assertThat(json.at("/dialect/detected").asText()).isEqualTo("grbl");
        assertThat(json.at("/machine").asText()).isEqualTo("laser");
        assertThat(json.at("/lines/sent").asInt()).isEqualTo(7);
        assertThat(json.at("/bounds/working/max/y").asDouble()).isEqualTo(10);
        assertThat(json.at("/bounds/all/min/x").asDouble()).isZero();
        assertThat(json.at("/distances/beamOn").asDouble()).isEqualTo(41.415927);
        assertThat(json.at("/seconds").asDouble()).isBetween(8.0, 14.0);
        assertThat(json.at("/findings")).isEmpty();
    }

    @Test
    void tellsEachFindingWithItsRemedyInBothLanguages() throws IOException {
        assertThat(analyse("G21 G90\nG28\n$H\nM2\n")).isEqualTo(1);

        assertThat(json().at("/findings/0/line").asInt()).isEqualTo(2);
        assertThat(json().at("/findings/0/code").asText()).isEqualTo("STORED_PLACE");
        assertThat(json().at("/findings/1/code").asText()).isEqualTo("SETTING");
        assertThat(json().at("/findings/1/remedy/en").asText()).contains("take machine settings out");
        assertThat(json().at("/findings/1/remedy/fr").asText()).contains("réglages");
        assertThat(json().at("/lines/refused").asInt()).isEqualTo(1);
    }

    @Test
    void holdsAProgramAgainstTheMachineThatIsNamed() throws IOException {
        assertThat(analyse(CUT, "--kind", "mill", "--envelope", "0,0,-5,15,300,5"))
                .isEqualTo(1);

        assertThat(json().findValuesAsText("code")).contains("BEAM_MODE_REFUSED", "MOVE_OUTSIDE_ENVELOPE");
    }

    @Test
    void takesTheLimitsOfAMachine() throws IOException {
        analyse(CUT, "--speeds", "5,5,5", "--accelerations", "1000,1000,1000", "--junction-deviation", "0.02");

        // 10 mm of rapid and 10 mm of cut at 5 mm/s, then half a circle of 10 mm.
        assertThat(json().at("/seconds").asDouble()).isBetween(10.2, 10.6);
        assertThat(json().at("/limits/junctionDeviation").asDouble()).isEqualTo(0.02);
    }

    @Test
    void writesWhatTheSchemaSays() throws IOException {
        Path root = Path.of(System.getProperty("cosmofab.root"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(root.resolve("docs/analysis.schema.json")));
        for (String program : new String[] {CUT, "; nothing\n", "M104 S200\nG28\nG1 X5 E1\n%\n"}) {
            out.getBuffer().setLength(0);
            analyse(program);

            assertThat(schema.validate(out.toString(), InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(out.toString().replace("\"seconds\"", "\"hours\""), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GCDE                | 65 | binary G-code
                    PK34                | 65 | slice it
                    solid\0cube         | 65 | byte 0 at offset 5
                    ''                  | 65 | is empty
                    """)
    void refusesWhatIsNoProgram(String source, int status, String message) throws IOException {
        assertThat(analyse(source)).isEqualTo(status);
        assertThat(err.toString()).contains(message, "program.gcode");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(execute("analyse", directory.resolve("nothing").toString())).isEqualTo(66);
        assertThat(execute("analyse", directory.toString())).isEqualTo(66);
        assertThat(err.toString()).contains("does not exist", "is a folder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --dialect | klipper     | marlin, grbl or auto
                    --kind    | lathe       | printer, laser or mill
                    --envelope| 0,0,0,5     | six
                    --envelope| 9,9,9,0,0,0 | the smaller first
                    --speeds  | 5           | X,Y,Z
                    --speeds  | 5,-5,5      | positive
                    --look-ahead | 1        | 2 to
                    """)
    void tellsAWrongOptionWithItsRemedy(String option, String value, String remedy) throws IOException {
        assertThat(analyse(CUT, option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(remedy);
    }

    @Test
    void benchTellsItsFiguresLast() {
        assertThat(execute("bench", "gcode", "--lines", "20000", "--rounds", "3"))
                .isZero();

        assertThat(out.toString().strip().lines().reduce((one, other) -> other).orElseThrow())
                .matches("lines_per_s=\\d+ mb_per_s=[\\d.]+ yardstick_ratio=[\\d.]+ .*");
        assertThat(execute("bench", "gcode", "--lines", "100")).isEqualTo(2);
        assertThat(err.toString()).contains("at least 20000");
    }

    private int analyse(String source, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("program.gcode"), source);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "analyse";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return execute(arguments);
    }

    private int execute(String... arguments) {
        return new CommandLine(new AgentMain())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }
}
