package org.cosmofab.bridge.gcode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

class SanitiserPropertyTest {

    @Property(tries = 2000)
    void nothingButPlainWordsEverSurvives(@ForAll("hostile") byte[] source, @ForAll Dialect dialect) {
        boolean passes =
                Sanitiser.sanitise(source, dialect).fold(safe -> holdsPlainWords(safe.program()), refused -> false);

        // Both must occur often, or the property says nothing.
        Statistics.collect(passes);
        Statistics.coverage(seen -> {
            seen.check(true).percentage(share -> share > 10);
            seen.check(false).percentage(share -> share > 10);
        });
    }

    @Property
    void randomBytesNeverBreakIt(@ForAll @Size(max = 200) byte[] source, @ForAll Dialect dialect) {
        Sanitiser.sanitise(source, dialect)
                .fold(safe -> holdsPlainWords(safe.program()), refused -> refused.line() >= 1);
    }

    @Property
    void sanitisingAgainChangesNothing(@ForAll("hostile") byte[] source, @ForAll Dialect dialect) {
        Sanitiser.sanitise(source, dialect)
                .fold(
                        safe -> assertThat(again(safe.program()))
                                .isEqualTo(safe.program().toBytes()),
                        refused -> assertThat(refused.detail()).isNotBlank());
    }

    @Property
    void wordsComeThroughAsTheyStand(@ForAll("lines") List<String> lines) {
        String source = String.join(" ; remark\r\n", lines);

        List<String> kept = Programs.safe(source, Dialect.GRBL).lines().stream()
                .map(SafeProgram.Line::text)
                .toList();

        assertThat(kept).isEqualTo(lines);
    }

    private static byte[] again(SafeProgram program) {
        return Programs.safe(new String(program.toBytes(), US_ASCII), program.dialect())
                .toBytes();
    }

    private static boolean holdsPlainWords(SafeProgram program) {
        int before = 0;
        for (SafeProgram.Line line : program.lines()) {
            assertThat(line.text()).matches("[A-Z][0-9.+-]*( [A-Z][0-9.+-]*)*");
            assertThat(line.text().length()).isBetween(1, program.dialect().payloadBytesMax());
            assertThat(line.number()).isGreaterThan(before);
            assertThat(Words.of(line.text()).malformed()).isFalse();
            before = line.number();
        }
        return true;
    }

    /** G-code with anything in its comments, and now and then anything elsewhere. */
    @Provide
    Arbitrary<byte[]> hostile() {
        Arbitrary<byte[]> line = Arbitraries.frequencyOf(
                Tuple.of(12, line().map(text -> text.getBytes(US_ASCII))),
                Tuple.of(6, anyBytes().map(bytes -> joined(";".getBytes(US_ASCII), withoutLineEnds(bytes)))),
                Tuple.of(2, line().map(text -> ("N7 " + text.toLowerCase(Locale.ROOT) + "*99\r").getBytes(US_ASCII))),
                Tuple.of(1, anyBytes()));
        return line.list().ofMinSize(1).ofMaxSize(10).map(lines -> {
            byte[] all = new byte[0];
            for (byte[] one : lines) {
                all = joined(all, joined(one, new byte[] {'\n'}));
            }
            return all;
        });
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return line().list().ofMinSize(1).ofMaxSize(20);
    }

    private static Arbitrary<String> line() {
        Arbitrary<String> command = Arbitraries.of("G0", "G1", "G2", "G90", "M3", "M5", "G92");
        Arbitrary<String> number = Arbitraries.doubles()
                .between(-999, 999)
                .ofScale(3)
                .map(value -> {
                    return BigDecimal.valueOf(value).toPlainString();
                });
        return command.flatMap(first -> number.flatMap(x -> number.map(y -> first + " X" + x + " Y" + y)));
    }

    private static Arbitrary<byte[]> anyBytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(30);
    }

    private static byte[] withoutLineEnds(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\r' || bytes[i] == '\n' ? (byte) 0x84 : bytes[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
