package org.cosmofab.agent.cli;

import io.quarkus.runtime.Quarkus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs an agent until the process is told to end. */
@Command(name = "agent", description = "Runs an agent beside its machines.", mixinStandardHelpOptions = true)
final class AgentVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AgentOptions options = new AgentOptions();

    /** What can be said at once is said before Quarkus boots. */
    @Override
    public Integer call() {
        try {
            options.settings();
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("cosmofab-agent: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        Quarkus.run(AgentProcess.class, arguments.toArray(String[]::new));
        return 0;
    }
}
