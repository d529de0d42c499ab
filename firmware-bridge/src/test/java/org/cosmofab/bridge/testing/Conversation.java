package org.cosmofab.bridge.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.wire.LineLink;
import org.cosmofab.bridge.wire.MemoryWire;

/** A host that says and hears lines, and knows nothing else. */
public final class Conversation implements AutoCloseable {
    private static final String LOST = "(wire lost)";

    private final LineLink link;
    private final BlockingQueue<String> heard;

    private Conversation(LineLink link, BlockingQueue<String> heard) {
        this.link = link;
        this.heard = heard;
    }

    /** Starts a conversation with a machine, on a wire of its own. */
    public static Conversation with(SimulatedFirmware firmware) {
        MemoryWire.Pair pair = MemoryWire.pair("conversation");
        Thread machine = new Thread(() -> firmware.serve(pair.machine()), "conversation firmware");
        machine.setDaemon(true);
        machine.start();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        LineLink link = LineLink.start(pair.host(), new LineLink.Listener() {
            @Override
            public void heard(String line) {
                heard.add(line);
            }

            @Override
            public void lost(String reason) {
                heard.add(LOST);
            }
        });
        return new Conversation(link, heard);
    }

    public void send(String line) {
        link.write(line + "\n");
    }

    /** Sends bytes as they are, ISO 8859-1. */
    public void sendRaw(String bytes) {
        link.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next line; fails if none comes. */
    public String next() {
        try {
            String line = heard.poll(10, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the machine says nothing");
            }
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Whether the machine says nothing for a while. */
    public boolean isSilent() {
        try {
            return heard.poll(200, TimeUnit.MILLISECONDS) == null;
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    public List<String> hearUntil(String last) {
        List<String> said = new ArrayList<>();
        String line;
        do {
            line = next();
            said.add(line);
        } while (!line.equals(last));
        return said;
    }

    /** Sends a line and hears all up to its acknowledgement or refusal; forgets what was said before. */
    public List<String> ask(String line) {
        heard.clear();
        send(line);
        List<String> said = new ArrayList<>();
        String answer;
        do {
            answer = next();
            if (!answer.startsWith("start") && !answer.startsWith("echo:Marlin") && !answer.startsWith("echo: Last")) {
                said.add(answer);
            }
        } while (!answer.equals("ok") && !answer.startsWith("ok ") && !answer.startsWith("error:"));
        return said;
    }

    @Override
    public void close() {
        link.close();
    }
}
