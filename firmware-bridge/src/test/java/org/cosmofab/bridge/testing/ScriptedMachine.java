package org.cosmofab.bridge.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cosmofab.bridge.testing.Transcript.Kind;
import org.cosmofab.bridge.testing.Transcript.Step;
import org.cosmofab.bridge.wire.MemoryWire;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;

/** The machine's side of a transcript: says what stands there when the host has said what stands there. */
public final class ScriptedMachine {
    private final Deque<Step> steps;
    private final Wire wire;
    private final StringBuilder line = new StringBuilder();
    private String status = "";
    private String complaint = "";

    private ScriptedMachine(Transcript transcript, Wire wire) {
        this.steps = new ArrayDeque<>(transcript.steps());
        this.wire = wire;
    }

    /** Starts a machine; the host's end of its wire is put into the pair. */
    public static ScriptedMachine start(Transcript transcript, MemoryWire.Pair pair) {
        ScriptedMachine machine = new ScriptedMachine(transcript, pair.machine());
        Thread thread = new Thread(machine::play, "scripted " + transcript.name());
        thread.setDaemon(true);
        thread.start();
        return machine;
    }

    /** What the host did otherwise than written, or did not do; empty if it kept to the transcript. */
    public synchronized String complaint() {
        return complaint.isEmpty() && !steps.isEmpty() ? "never happened: " + steps.peek() : complaint;
    }

    private void play() {
        byte[] buffer = new byte[1024];
        try {
            speak();
            while (true) {
                int count = wire.read(buffer, Duration.ofMillis(50));
                for (int i = 0; i < count; i++) {
                    hear((char) (buffer[i] & 0xFF));
                }
            }
        } catch (WireUnavailable e) {
            line.setLength(0);
        }
    }

    private synchronized void hear(char c) {
        switch (c) {
            case '?' -> say(status);
            case '!', '~' -> heard(String.valueOf(c));
            case 0x18 -> heard("^X");
            case 0x84 -> heard("^D");
            case '\n' -> {
                String whole = line.toString();
                line.setLength(0);
                if (!whole.isEmpty()) {
                    heard(whole);
                }
            }
            default -> line.append(c);
        }
    }

    private void heard(String said) {
        Step expected = steps.poll();
        if (complaint.isEmpty() && (expected == null || !expected.text().equals(said))) {
            complaint = "said '" + said + "' where the transcript has " + expected;
        }
        speak();
    }

    private synchronized void speak() {
        while (!steps.isEmpty() && steps.peek().kind() != Kind.HOST) {
            Step step = steps.remove();
            if (step.kind() == Kind.STATUS) {
                status = step.text();
            } else if (step.kind() == Kind.MACHINE && !step.text().equals("...")) {
                say(step.text());
            }
        }
    }

    private void say(String text) {
        wire.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
