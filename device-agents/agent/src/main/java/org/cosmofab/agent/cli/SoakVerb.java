package org.cosmofab.agent.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cosmofab.agent.simulation.WorkshopSimulation;
import org.cosmofab.agent.simulation.WorkshopSimulation.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Crashes agents at random points and counts what must never happen. */
@Command(
        name = "soak",
        description = "Crashes agents at random points and counts what must never happen.",
        mixinStandardHelpOptions = true)
final class SoakVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seeds",
            description = "Simulated weeks of a workshop, each of a seed of its own; 10 if not said.")
    private int seeds = 10;

    @Option(names = "--first", description = "The first seed; 1 if not said.")
    private long first = 1;

    @Override
    public Integer call() {
        // Thousands of crashes would be told one by one.
        Logger.getLogger("org.cosmofab.agent").setLevel(Level.OFF);
        PrintWriter out = spec.commandLine().getOut();
        int[] sums = new int[6];
        boolean holds = true;
        for (long seed = first; seed < first + seeds; seed++) {
            Report report = WorkshopSimulation.run(seed);
            sums[0] += report.attempts();
            sums[1] += report.crashes();
            sums[2] += report.startedTwice();
            sums[3] += report.falselyDone();
            sums[4] += report.eventsLost();
            sums[5] += report.notesWrong();
            if (!report.holds()) {
                holds = false;
                out.println("seed " + seed + " fails: " + report + "; again with " + report.command());
            }
            out.flush();
        }
        out.println("simulated weeks=" + seeds + " attempts=" + sums[0] + " crashes=" + sums[1] + " started_twice="
                + sums[2] + " done_that_were_not=" + sums[3] + " events_lost=" + sums[4] + " notes_wrong=" + sums[5]);
        out.flush();
        return holds ? 0 : 1;
    }
}
