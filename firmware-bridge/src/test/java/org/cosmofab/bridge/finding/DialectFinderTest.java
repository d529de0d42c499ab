package org.cosmofab.bridge.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectFinderTest {
    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Grbl 1.1h ['$' for help];GRBL",
                "GrblHAL 1.1f ['$' or '$HELP' for help];GRBL",
                "Grbl 3.7 [FluidNC v3.7.8 (wifi) '$' for help];GRBL",
                "[VER:1.1h.20190825:];GRBL",
                "<Idle|MPos:0.000,0.000,0.000|FS:0,0>;GRBL",
                "start;MARLIN",
                "Marlin 2.1.2.7;MARLIN",
                "echo:Unknown command: \"$I\";MARLIN",
                "FIRMWARE_NAME:Marlin 2.1.2 PROTOCOL_VERSION:1.0;MARLIN"
            })
    void knowsWhoSaysThat(String said, Dialect dialect) {
        assertThat(DialectFinder.find(
                        new Scripted("garb\u0001age\n" + said + "\r\n"), Duration.ofSeconds(10), nanos::get))
                .contains(dialect);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"ok", "starting up", "T:21.0 /0.0 B:21.0 /0.0", "error:20", "hello Grbl 1.1"})
    void claimsNothingOfWhatBothCouldSay(String said) {
        assertThat(DialectFinder.dialectOf(said)).isEmpty();
    }

    @Test
    void asksASilentBoardAgainAndAgainAndOnlyHarmlessly() {
        Scripted silent = new Scripted("");

        assertThat(DialectFinder.find(silent, Duration.ofSeconds(10), nanos::get))
                .isEmpty();
        assertThat(silent.asked.get()).isBetween(5, 8);
        assertThat(silent.written).matches("(\n\\$I\n)+");
    }

    @Test
    void tellsThatTheWireIsGone() {
        Wire gone = new Scripted("") {
            @Override
            public int read(byte[] buffer, Duration timeout) {
                throw new WireUnavailable("unplugged");
            }
        };

        assertThatThrownBy(() -> DialectFinder.find(gone, Duration.ofSeconds(1), nanos::get))
                .isInstanceOf(WireUnavailable.class);
    }

    /** Says its text byte by byte, then nothing; time passes as it is read. */
    private class Scripted implements Wire {
        private final Deque<Byte> left = new ArrayDeque<>();
        private final AtomicInteger asked = new AtomicInteger();
        private String written = "";

        Scripted(String text) {
            for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
                left.add(b);
            }
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public void write(byte[] bytes) {
            asked.incrementAndGet();
            written += new String(bytes, StandardCharsets.US_ASCII);
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            if (left.isEmpty()) {
                nanos.addAndGet(timeout.toNanos());
                return 0;
            }
            buffer[0] = left.remove();
            return 1;
        }

        @Override
        public void close() {
            left.clear();
        }
    }
}
