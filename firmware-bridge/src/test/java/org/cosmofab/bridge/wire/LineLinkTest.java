package org.cosmofab.bridge.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cosmofab.bridge.testing.Eventually.holds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LineLinkTest {
    private final MemoryWire.Pair pair = MemoryWire.pair("test");
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final LineLink link = LineLink.start(pair.host(), new LineLink.Listener() {
        @Override
        public void heard(String line) {
            heard.add(line);
        }

        @Override
        public void lost(String reason) {
            lost.add(reason);
        }
    });

    @AfterEach
    void tearDown() {
        link.close();
    }

    private void machineSays(String text) {
        pair.machine().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void tellsWholeLinesWhateverEndsThem() {
        machineSays("ok\r\nstart\n\n\rhalf");
        machineSays(" a line\r");

        holds("three lines", () -> heard.size() == 3);
        assertThat(heard).containsExactly("ok", "start", "half a line");
    }

    @Test
    void neverTakesADamagedByteForAPlainOne() {
        machineSays("ok\u00BF\no\u00EBk\n");

        holds("two lines", () -> heard.size() == 2);
        assertThat(heard).containsExactly("ok\uFFFD", "o\uFFFDk");
    }

    @Test
    void cutsNoiseThatNeverEnds() {
        machineSays("x".repeat(5000) + "\nok\n");

        holds("ok", () -> heard.contains("ok"));
        assertThat(heard).allMatch(line -> line.length() <= 1024);
    }

    @Test
    void tellsTheLossOnceAndNothingAfterIt() {
        machineSays("last words\n");
        holds("heard", () -> heard.size() == 1);

        pair.machine().close();

        holds("lost", () -> lost.size() == 1);
        link.close();
        assertThat(link.isOpen()).isFalse();
        assertThat(lost).hasSize(1);
        assertThatThrownBy(() -> link.write("ok\n")).isInstanceOf(WireUnavailable.class);
    }

    @Test
    void writesBytesAsTheyAre() {
        link.write(new byte[] {'?', (byte) 0x84, '\n'});

        byte[] buffer = new byte[8];
        assertThat(pair.machine().read(buffer, Duration.ofSeconds(5))).isEqualTo(3);
        assertThat(buffer).startsWith('?', (byte) 0x84, '\n');
    }
}
