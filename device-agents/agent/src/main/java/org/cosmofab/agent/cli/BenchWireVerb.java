package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.cosmofab.bridge.gcode.Dialect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well the drivers use a serial line. */
@Command(
        name = "wire",
        description = "Measures how well the drivers use a serial line, against a bare loop; takes some ten minutes.",
        mixinStandardHelpOptions = true)
final class BenchWireVerb implements Callable<Integer> {
    private static final int QUICK_LINES = 1500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lines", description = "Of the program; ${DEFAULT-VALUE} unless told.", defaultValue = "20000")
    private int lines;

    @Option(names = "--quick", description = "A short run, to see that it works; its figures mean little.")
    private boolean quick;

    @Option(names = "--firmware", description = "Only one of GRBL and MARLIN.", split = ",")
    private List<Dialect> dialects = List.of(Dialect.GRBL, Dialect.MARLIN);

    @Option(names = "--rounds", description = "As fast as it goes, of which the middle one counts.", defaultValue = "5")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        WireBench bench = new WireBench(out, quick ? QUICK_LINES : lines);
        StringBuilder figures = new StringBuilder();
        for (Dialect dialect : dialects) {
            figures.append(bench.measure(dialect, quick ? 1 : Math.max(1, rounds)))
                    .append(' ');
        }
        figures.append(bench.measureLoss());
        out.println(figures);
        out.flush();
        return bench.wasHonest() ? 0 : 1;
    }
}
