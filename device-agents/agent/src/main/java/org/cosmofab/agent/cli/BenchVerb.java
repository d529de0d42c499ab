package org.cosmofab.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The measurements that anybody can repeat. */
@Command(
        name = "bench",
        description = "Measures; the last line of each is for machines to read.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchWireVerb.class, BenchDeviceVerb.class})
final class BenchVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to measure");
    }
}
