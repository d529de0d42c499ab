package org.cosmofab.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.cosmofab.bridge.simulated.CountingDevice;
import org.cosmofab.bridge.simulated.LinkModel;
import org.cosmofab.bridge.simulated.PseudoTerminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The machine that {@code bench wire} measures against, in a process of its own: it tells its device, then its count for each
 * line of input, and ends with the input.
 */
@Command(name = "device", hidden = true)
final class BenchDeviceVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--marlin")
    private boolean marlin;

    @Option(names = "--latency", description = "To the host, in milliseconds; 0 for no line in between.")
    private int latencyMillis;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LinkModel model = latencyMillis == 0 ? null : LinkModel.serial115200(Duration.ofMillis(latencyMillis));
        CountingDevice device = new CountingDevice(marlin, model);
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Thread work = new Thread(() -> device.serve(terminal), "counting device");
            work.setDaemon(true);
            work.start();
            tell(out, terminal.device().toString());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            while (in.readLine() != null) {
                CountingDevice.Count count = device.takeCount();
                tell(
                        out,
                        count.lines() + " " + count.bytes() + " " + count.seconds() + " " + count.unacknowledgedMax()
                                + " " + count.bufferBytes() + " " + count.faults());
            }
        }
        return 0;
    }

    private static void tell(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }
}
