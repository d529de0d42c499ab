package org.cosmofab.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cosmofab.agent.bench.GcodeBench;
import org.cosmofab.agent.bench.SampleProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how quickly programs are read, made safe and analysed. */
@Command(
        name = "gcode",
        description = "Measures reading, sanitising, analysing and holding programs against a machine.",
        mixinStandardHelpOptions = true)
final class BenchGcodeVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Programs to measure with, besides a generated one.")
    private List<Path> files = List.of();

    @Option(names = "--lines", description = "Of the generated program, at least 20000; else ${DEFAULT-VALUE}.")
    private int lines = 650_000;

    @Option(names = "--seed", description = "Of the generated program; else ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--rounds", description = "Measured rounds, behind as many to warm up; else ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Override
    public Integer call() {
        try {
            GcodeBench bench = new GcodeBench(spec.commandLine().getOut(), System::nanoTime, rounds);
            for (Path file : files) {
                bench.measure(file.getFileName().toString(), Files.readAllBytes(file));
            }
            byte[] generated = SampleProgram.bytes(seed, lines);
            bench.measure("generated, seed " + seed, generated);
            bench.tellLast();
            return 0;
        } catch (IllegalArgumentException | IOException e) {
            spec.commandLine().getErr().println("cosmofab bench gcode: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
    }
}
