package org.cosmofab.bridge.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program in src/test/resources/programs is judged as its own comments say: the first line names the machine, and
 * {@code ; expect CODE CODE} stands behind each line that is refused. {@code expect-end} is for what is only known when
 * no line follows, and names the last line.
 */
class ProgramCorpusTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("cosmofab.root", ".."), "firmware-bridge/src/test/resources/programs");

    private static final Map<String, GateProfile> MACHINES = Map.of(
            "printer",
            GateProfile.ofPrinter(
                    new Bounds(Point.ORIGIN, new Point(210, 210, 200)),
                    new Analysis.Temperatures(260, 110),
                    new GateProfile.Speeds(12_000, 3000)),
            "laser",
            GateProfile.ofLaser(new Bounds(Point.ORIGIN, new Point(400, 300, 0)), 6000, 1000, false),
            "mill",
            GateProfile.ofMill(new Bounds(new Point(-10, -50, -10), new Point(200, 200, 20)), 3000, 24_000));

    static Stream<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void eachLineIsJudgedAsItSays(String name) throws IOException {
        String source = Files.readString(FOLDER.resolve(name));

        assertThat(found(source))
                .containsExactlyElementsOf(expected(source.lines().toList()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatIsRefusedLineByLineIsRefusedAsAWholeToo(String name) throws IOException {
        String source = Files.readString(FOLDER.resolve(name));
        GateProfile machine = machine(source);
        boolean passes = Sanitiser.sanitise(source, machine.kind().dialect())
                .fold(safe -> SafetyGate.check(safe.program(), machine).isEmpty(), refused -> false);

        assertThat(passes).isEqualTo(found(source).isEmpty());
    }

    @Test
    void hasAProgramForEveryKindOfMachineAndNearlyEveryReason() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String name : programs().toList()) {
            found(Files.readString(FOLDER.resolve(name))).forEach(row -> seen.add(row.split(" ")[1]));
        }
        Set<String> all = new TreeSet<>();
        Arrays.stream(Sanitised.Reason.values()).forEach(reason -> all.add(reason.name()));
        Arrays.stream(Finding.Code.values()).forEach(code -> all.add(code.name()));
        all.removeAll(seen);

        // These need a whole file, or bytes that no editor keeps, and are held by tests of their own.
        assertThat(all).containsExactlyInAnyOrder("TOO_MANY_BYTES", "CONTROL_BYTE", "NO_COMMANDS", "DIALECT_OTHER");
    }

    private static List<String> found(String source) {
        GateProfile machine = machine(source);
        Preflight preflight = new Preflight(machine.kind().dialect(), KinematicLimits.ofPrinter(1000), machine);
        byte[] bytes = source.getBytes(UTF_8);
        preflight.read(bytes, bytes.length);
        return preflight.finish().remarks().stream()
                .map(remark -> remark.line() + " " + remark.code())
                .distinct()
                .sorted()
                .toList();
    }

    private static GateProfile machine(String source) {
        String first = source.lines().findFirst().orElseThrow();
        return MACHINES.get(first.replace("; machine ", ""));
    }

    private static List<String> expected(List<String> lines) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            String[] parts = lines.get(i).split("; expect(-end)? ");
            if (parts.length > 1) {
                Arrays.stream(parts[1].split(" ")).forEach(code -> rows.add(number + " " + code));
            }
        }
        return rows.stream().sorted().toList();
    }
}
