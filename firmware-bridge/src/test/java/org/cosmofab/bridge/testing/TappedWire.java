package org.cosmofab.bridge.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cosmofab.bridge.wire.Wire;

/** A wire that keeps what passes: {@code ->} to the machine, {@code <-} from it, line by line. */
public final class TappedWire implements Wire {
    private final Wire wire;
    private final List<String> heard = new ArrayList<>();
    private final StringBuilder toMachine = new StringBuilder();
    private final StringBuilder fromMachine = new StringBuilder();

    public TappedWire(Wire wire) {
        this.wire = wire;
    }

    /** Everything that has passed so far in whole lines. */
    public synchronized List<String> transcript() {
        return List.copyOf(heard);
    }

    @Override
    public String name() {
        return wire.name();
    }

    @Override
    public void write(byte[] bytes) {
        note("-> ", toMachine, bytes, bytes.length);
        wire.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        int count = wire.read(buffer, timeout);
        note("<- ", fromMachine, buffer, count);
        return count;
    }

    @Override
    public void close() {
        wire.close();
    }

    private synchronized void note(String direction, StringBuilder line, byte[] bytes, int count) {
        for (char c : new String(bytes, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c != '\n' && c != '\r') {
                line.append(c);
            } else if (!line.isEmpty()) {
                heard.add(direction + line);
                line.setLength(0);
            }
        }
    }
}
