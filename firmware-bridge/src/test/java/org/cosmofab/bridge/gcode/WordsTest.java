package org.cosmofab.bridge.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void givesLettersAndNumbersInOrder() {
        Words words = Words.of("g38.2 X-1.5 Y.25 z+3. E");

        assertThat(words.size()).isEqualTo(5);
        assertThat(words.letter(0)).isEqualTo('G');
        assertThat(words.code(0)).isEqualTo(382);
        assertThat(words.value('X')).isEqualTo(-1.5);
        assertThat(words.value('Y')).isEqualTo(0.25);
        assertThat(words.value('Z')).isEqualTo(3);
        assertThat(words.has('E')).isTrue();
        assertThat(words.hasValue('E')).isFalse();
        assertThat(words.has('F')).isFalse();
        assertThat(words.valueOr('F', 7)).isEqualTo(7);
        assertThat(words.malformed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"G1,10", "G01,10", "G91.1,911", "G1.05,-1", "G-1,-1", "G999999999999,-1", "G,-1"})
    void tellsCommandNumbersInTenths(String word, int code) {
        assertThat(Words.of(word).code(0)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G1 X1?", "X--1", "X+", "X.", "X1.2.3", "5", "X1234567890123456", "\u00c4", "X1;", "X-Y1"})
    void tellsWhatIsMalformed(String line) {
        assertThat(Words.of(line).malformed()).isTrue();
    }

    @Test
    void forgetsTheLineBefore() {
        Words words = Words.of("G1 X1 Y?");

        words.read(new byte[] {'M', '5'}, 0, 2);

        assertThat(words.malformed()).isFalse();
        assertThat(words.size()).isEqualTo(1);
        assertThat(words.has('X')).isFalse();
    }

    @Property
    void readsDecimalsAsJavaDoes(@ForAll @DoubleRange(min = -99999, max = 99999) @Scale(5) double number) {
        String text = BigDecimal.valueOf(number).toPlainString();

        assertThat(Words.of("X" + text).value('X')).isEqualTo(Double.parseDouble(text));
    }

    @Property
    void neverThrows(@ForAll byte[] anything) {
        Words words = new Words();

        words.read(anything, 0, anything.length);

        assertThat(words.size()).isLessThanOrEqualTo(anything.length);
    }
}
