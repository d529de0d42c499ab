package org.cosmofab.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assumptions;

class RecordLogTest {

    /** Power loss: the file ends anywhere behind what was synced, perhaps in bytes that nobody wrote. */
    @Property(tries = 300)
    void aTornTailIsCutOffAndNothingElse(
            @ForAll @Size(min = 1, max = 8) List<@AlphaChars @NumericChars @StringLength(max = 40) String> records,
            @ForAll @IntRange(min = 0, max = 60) int bytesLost,
            @ForAll @Size(max = 12) byte[] garbage)
            throws IOException {
        // What puts the lost bytes back as they were tears nothing.
        Assume.that(garbage.length == 0 || garbage[0] != '\n');
        Path file = fresh();
        List<Long> ends = write(file, records);
        byte[] whole = Files.readAllBytes(file);
        int kept = Math.max(0, whole.length - bytesLost);
        byte[] torn = Arrays.copyOf(whole, kept + garbage.length);
        System.arraycopy(garbage, 0, torn, kept, garbage.length);
        Files.write(file, torn);

        List<String> read = readAndAppend(file, "after");

        long wholeRecords = ends.stream().filter(end -> end <= kept).count();
        assertThat(read).isEqualTo(records.subList(0, (int) wholeRecords));
        assertThat(readAndAppend(file, "again")).hasSize((int) wholeRecords + 1).endsWith("after");
    }

    /** A record in the middle was promised, so a log that has lost one must not be believed. */
    @Property(tries = 200)
    void aBrokenRecordBeforeAWholeOneIsDamage(
            @ForAll @Size(min = 2, max = 6) List<@AlphaChars @StringLength(min = 1, max = 20) String> records,
            @ForAll @IntRange(min = 0, max = 1000) int where,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        Path file = fresh();
        List<Long> ends = write(file, records);
        byte[] bytes = Files.readAllBytes(file);
        int before = (int) (long) ends.get(ends.size() - 2);
        int place = where % (before - 1);
        bytes[place] ^= (byte) flip;
        Files.write(file, bytes);

        assertThatThrownBy(() -> RecordLog.open(file))
                .isInstanceOf(JournalDamaged.class)
                .hasMessageContaining(file.toString());
    }

    @Property(tries = 50)
    void replacingAllLeavesOneRecordAndGoesOn(@ForAll @Size(min = 1, max = 5) List<@AlphaChars String> records)
            throws IOException {
        Path file = fresh();
        write(file, records);
        RecordLog log = RecordLog.open(file).log();
        log.replaceAll(bytes("all"));
        log.append(bytes("more"));
        log.close();

        assertThat(readAndAppend(file, "x")).containsExactly("all", "more");
    }

    @Example
    void aReplacementThatFailsLeavesNoFileOpen() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "this system does not tell what is open");
        Path file = fresh();
        write(file, List.of("one"));
        RecordLog log = RecordLog.open(file).log();
        Files.delete(file);
        Files.createDirectory(file);

        assertThatThrownBy(() -> log.replaceAll(bytes("all"))).isInstanceOf(DiskUnavailable.class);

        try (Stream<Path> open = Files.list(descriptors)) {
            assertThat(open.map(RecordLogTest::target)).noneMatch(target -> target.endsWith(".next"));
        }
        log.close();
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Long> write(Path file, List<String> records) throws IOException {
        List<Long> ends = new ArrayList<>();
        RecordLog log = RecordLog.open(file).log();
        for (String record : records) {
            log.append(bytes(record));
            ends.add(log.length());
        }
        log.close();
        return ends;
    }

    private static List<String> readAndAppend(Path file, String more) throws IOException {
        RecordLog.Opened opened = RecordLog.open(file);
        opened.log().append(bytes(more));
        opened.log().close();
        return opened.records().stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .toList();
    }

    private static Path fresh() throws IOException {
        Path directory = Files.createTempDirectory("record-log");
        directory.toFile().deleteOnExit();
        Path file = directory.resolve("log");
        file.toFile().deleteOnExit();
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
