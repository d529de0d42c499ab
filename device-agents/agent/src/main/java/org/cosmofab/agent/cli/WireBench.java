package org.cosmofab.agent.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.journal.JournalHeading;
import org.cosmofab.bridge.journal.LineJournal;
import org.cosmofab.bridge.journal.LinePosition;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.MachineStatus.State;
import org.cosmofab.bridge.machine.RunListener;
import org.cosmofab.bridge.machine.RunOutcome;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.simulated.CountingDevice;
import org.cosmofab.bridge.simulated.CountingDevice.Count;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireOpener;

/** Measures the drivers against a bare loop over the same port, and what they cost. */
final class WireBench {
    private static final int BAUD = 115_200;
    private static final double LINK_BYTES_PER_SECOND = 11_520;
    private static final double PER = 100_000;

    private final PrintWriter out;
    private final SafeProgram grbl;
    private final SafeProgram marlin;
    private boolean honest = true;

    /** What a run came to, with the processor time that it cost this process. */
    private record Measured(Count count, double cpuSeconds) {
        double utilisation() {
            return count.bytes() / count.seconds() / LINK_BYTES_PER_SECOND;
        }

        double linesPerSecond() {
            return count.lines() / count.seconds();
        }

        double cpuSecondsPer100k() {
            return cpuSeconds * PER / count.lines();
        }
    }

    /** The driver and the yardstick, on one line. */
    private record Pair(Measured yardstick, Measured driver) {
        double utilisationRatio() {
            return driver.utilisation() / yardstick.utilisation();
        }

        double speedRatio() {
            return driver.linesPerSecond() / yardstick.linesPerSecond();
        }
    }

    WireBench(PrintWriter out, int lines) {
        this.out = out;
        this.grbl = program(Dialect.GRBL, lines);
        this.marlin = program(Dialect.MARLIN, lines);
    }

    /** Whether no byte was one too many, and none wrong, in any run. */
    boolean wasHonest() {
        return honest;
    }

    /** Everything for one dialect, in the words of the last line. */
    String measure(Dialect dialect, int unthrottledRounds) throws IOException {
        String prefix = dialect == Dialect.MARLIN ? "marlin_" : "";
        List<Pair> free = new ArrayList<>();
        try (BenchDevice device = BenchDevice.start(dialect, 0)) {
            say("%s, as fast as it goes: warming up", dialect);
            pair(device, dialect);
            for (int i = 0; i < unthrottledRounds; i++) {
                Pair pair = pair(device, dialect);
                free.add(pair);
                say(
                        "  %.0f lines/s, yardstick %.0f",
                        pair.driver().linesPerSecond(), pair.yardstick().linesPerSecond());
            }
        }
        free.sort((a, b) -> Double.compare(a.speedRatio(), b.speedRatio()));
        Pair middle = free.get(free.size() / 2);
        Pair at1 = throttled(dialect, 1);
        Pair at4 = throttled(dialect, 4);
        return String.format(
                Locale.ROOT,
                "%1$sutilisation_1ms=%2$.3f %1$sutilisation_4ms=%3$.3f %1$sutilisation_ratio_1ms=%4$.3f "
                        + "%1$sutilisation_ratio_4ms=%5$.3f %1$slines_per_s=%6$.0f %1$syardstick_ratio=%7$.2f "
                        + "%1$scpu_s_per_100k=%8$.1f",
                prefix,
                at1.driver().utilisation(),
                at4.driver().utilisation(),
                at1.utilisationRatio(),
                at4.utilisationRatio(),
                middle.driver().linesPerSecond(),
                middle.speedRatio(),
                Math.max(at1.driver().cpuSecondsPer100k(), at4.driver().cpuSecondsPer100k()));
    }

    private Pair throttled(Dialect dialect, int latencyMillis) throws IOException {
        try (BenchDevice device = BenchDevice.start(dialect, latencyMillis)) {
            say("%s at 115,200 baud, %d ms to the host", dialect, latencyMillis);
            Pair pair = pair(device, dialect);
            say(
                    "  utilisation %.3f, yardstick %.3f; %.1f s of processor time per 100,000 lines",
                    pair.driver().utilisation(),
                    pair.yardstick().utilisation(),
                    pair.driver().cpuSecondsPer100k());
            return pair;
        }
    }

    private Pair pair(BenchDevice device, Dialect dialect) throws IOException {
        Measured yardstick = yardstick(device, dialect);
        Measured driver = driver(device, dialect);
        // Opened again at once, the port once lost answers; a reader still in it when it was closed is suspected.
        rest();
        return new Pair(yardstick, driver);
    }

    private Measured yardstick(BenchDevice device, Dialect dialect) throws IOException {
        try (Wire wire = SerialWire.opener(device.port(), BAUD).open()) {
            BareLoop.run(wire, dialect, program(dialect).lines());
        }
        return measured(device, 0);
    }

    private Measured driver(BenchDevice device, Dialect dialect) throws IOException {
        Path file = Files.createTempFile("cosmofab-bench", ".journal");
        JournalHeading heading = new JournalHeading(
                "bench", "bench", "", dialect.toString(), program(dialect).size());
        try (MachineDriver driver = newDriver(dialect, SerialWire.opener(device.port(), BAUD));
                LineJournal journal = LineJournal.create(file, heading)) {
            driver.connect();
            device.takeCount();
            long before = cpuNanos();
            RunOutcome outcome = driver.run(program(dialect), new Journalled(journal));
            long cost = cpuNanos() - before;
            if (!(outcome instanceof RunOutcome.Completed)) {
                throw new IllegalStateException("the run did not complete: " + outcome);
            }
            return measured(device, cost);
        } finally {
            Files.delete(file);
        }
    }

    /** Notes every line as an agent does, and shows that the bench is alive. */
    private final class Journalled implements RunListener {
        private final LineJournal journal;
        private int noted;

        Journalled(LineJournal journal) {
            this.journal = journal;
        }

        @Override
        public void sending(int lines) {
            journal.sent(lines);
        }

        @Override
        public void progressed(int done, int total, MachineStatus status) {
            if (done == noted) {
                return;
            }
            if (done * 10 / total > noted * 10 / total) {
                out.print(done == total ? ".\n" : ".");
                out.flush();
            }
            noted = done;
            journal.acknowledged(new LinePosition(done, done, done, 0, 0, Instant.now()));
        }
    }

    private Measured measured(BenchDevice device, long cpuNanos) throws IOException {
        Count count = device.takeCount();
        if (!count.isHonest()) {
            honest = false;
            say(
                    "NOT HONEST: %d bytes unacknowledged of %d, %d lines wrong",
                    count.unacknowledgedMax(), count.bufferBytes(), count.faults());
        }
        return new Measured(count, cpuNanos / 1e9);
    }

    /** How long a pulled cable goes unnoticed, and what this process then costs in a second. */
    String measureLoss() throws IOException {
        try (BenchDevice device = BenchDevice.start(Dialect.GRBL, 0);
                MachineDriver driver = newDriver(Dialect.GRBL, SerialWire.opener(device.port(), BAUD))) {
            driver.connect();
            CompletableFuture<Long> seen = CompletableFuture.supplyAsync(() -> awaitLoss(driver));
            long pulled = System.nanoTime();
            device.kill();
            double millis = (seen.join() - pulled) / 1e6;
            long before = cpuNanos();
            rest();
            double storm = (cpuNanos() - before) / 1e9;
            say(
                    "a pulled cable: noticed after %.1f ms; the second after it cost %.3f s of processor time",
                    millis, storm);
            return String.format(Locale.ROOT, "lost_port_ms=%.1f lost_port_cpu=%.3f", millis, storm);
        }
    }

    private static void rest() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                .join();
    }

    private static long awaitLoss(MachineDriver driver) {
        while (driver.status().state() != State.UNREACHABLE) {
            LockSupport.parkNanos(100_000);
        }
        return System.nanoTime();
    }

    private static MachineDriver newDriver(Dialect dialect, WireOpener wires) {
        return dialect == Dialect.MARLIN
                ? MarlinDriver.over(wires, Clock.systemUTC())
                : GrblDriver.over(wires, Clock.systemUTC());
    }

    private SafeProgram program(Dialect dialect) {
        return dialect == Dialect.MARLIN ? marlin : grbl;
    }

    /** Lines of the length that slicers and CAM write. */
    private static SafeProgram program(Dialect dialect, int lines) {
        boolean prints = dialect == Dialect.MARLIN;
        StringBuilder text = new StringBuilder("G90\nG4 " + CountingDevice.FIRST_MARK + "\n");
        for (int i = 1; i <= lines; i++) {
            text.append(String.format(Locale.ROOT, "G1 X%.3f Y%.3f", 10 + i % 977 * 0.1, 20 + i % 89 * 1.117));
            text.append(prints ? String.format(Locale.ROOT, " E%.5f\n", i * 0.01313) : "\n");
        }
        text.append("G4 ").append(CountingDevice.LAST_MARK).append('\n');
        return Sanitiser.sanitise(text.toString(), dialect).fold(safe -> safe.program(), no -> {
            throw new IllegalStateException("line " + no.line() + ": " + no.detail());
        });
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
