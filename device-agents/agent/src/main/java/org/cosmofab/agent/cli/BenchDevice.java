package org.cosmofab.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.simulated.CountingDevice.Count;

/** A counting device in a process of its own. */
final class BenchDevice implements AutoCloseable {
    private final Process process;
    private final BufferedReader in;
    private final OutputStream out;
    private final String port;

    private BenchDevice(Process process) throws IOException {
        this.process = process;
        this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.out = process.getOutputStream();
        this.port = line();
    }

    static BenchDevice start(Dialect dialect, int latencyMillis) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        String path = System.getProperty("java.class.path");
        if (path.endsWith("quarkus-run.jar")) {
            command.addAll(List.of("-jar", path));
        } else {
            command.addAll(List.of("-cp", path, AgentMain.class.getName()));
        }
        command.addAll(List.of("bench", "device", "--latency=" + latencyMillis));
        if (dialect == Dialect.MARLIN) {
            command.add("--marlin");
        }
        return new BenchDevice(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String port() {
        return port;
    }

    Count takeCount() throws IOException {
        out.write('\n');
        out.flush();
        String[] words = line().split(" ");
        return new Count(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                Double.parseDouble(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]));
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the device's process ended");
        }
        return line;
    }

    /** Ends it as a pulled cable would: its terminal is gone with it. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
