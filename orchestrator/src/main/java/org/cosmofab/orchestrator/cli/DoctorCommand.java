package org.cosmofab.orchestrator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine lacks and how to get it. Ends with 0 if a workshop can run here. */
@Command(
        name = "doctor",
        description = "Says what this machine lacks (Java, slicer, sandbox, ports, browser) and how to get it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    ServerOptions options;

    @Override
    public Integer call() {
        options.checked();
        PrintWriter out = spec.commandLine().getOut();
        Path agent = Path.of(System.getProperty("cosmofab.agent.jar", "agent"));
        List<Examination.Finding> findings = Examination.ofThisMachine(options, agent);
        for (Examination.Finding finding : findings) {
            out.printf("%-8s %-10s %s%n", finding.verdict().word(), finding.about(), finding.what());
            if (finding.verdict() != Examination.Verdict.GOOD) {
                out.printf("%-19s %s%n", "", finding.remedy());
            }
        }
        boolean runs = findings.stream().noneMatch(f -> f.verdict() == Examination.Verdict.MISSING);
        out.println(runs ? "A workshop can run here." : "A workshop cannot run here yet.");
        out.flush();
        return runs ? 0 : 1;
    }
}
