package org.cosmofab.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures; each thing that can be measured is a verb of its own. */
@Command(
        name = "bench",
        description = "Measures how quick this software is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchGcodeVerb.class, BenchWireVerb.class, BenchDeviceVerb.class})
final class BenchVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure: 'bench --help' tells");
    }
}
