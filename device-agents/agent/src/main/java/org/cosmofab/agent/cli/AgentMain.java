package org.cosmofab.agent.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the process begins. */
@QuarkusMain
@Command(
        name = "cosmofab-agent",
        description = "The process beside the machines.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AgentVerb.class,
            SimulateVerb.class,
            FleetVerb.class,
            StreamVerb.class,
            ResumeVerb.class,
            AnalyseVerb.class,
            BenchVerb.class,
            SoakVerb.class
        })
public final class AgentMain implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        int status = new CommandLine(new AgentMain()).execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: one of the verbs below");
    }
}
