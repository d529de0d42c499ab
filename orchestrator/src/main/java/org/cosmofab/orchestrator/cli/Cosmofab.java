package org.cosmofab.orchestrator.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: finds the verb and runs it. Verbs of the machines' side live in the agent. */
@QuarkusMain
@Command(
        name = "cosmofab",
        description = "Runs a workshop: open designs become things, and the value finds its way back.",
        synopsisSubcommandLabel = "VERB",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            PasswordCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nBeside the machines:%n",
        footer = {
            "  agent      Speaks to machines on behalf of an orchestrator.",
            "  simulate   Plays machines at the far ends of pseudo-terminals.",
            "  fleet      Plays machines that misbehave as asked, to rehearse with.",
            "  stream     Streams a G-code file to a machine, with nobody else needed.",
            "  analyse    Tells what a G-code file does, and what speaks against it.",
            "  bench      Measures how quick this software is on this machine.",
            "  resume     Shows where a run that broke off could go on; starts nothing.",
            "  soak       Crashes agents at random points and counts what must never happen.",
            "",
            "'cosmofab VERB --help' tells a verb's options."
        })
public final class Cosmofab implements Runnable {
    @Spec
    CommandSpec spec;

    private Cosmofab() {}

    /** Runs the verb; the process ends with its status. */
    public static void main(String... args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Cosmofab()).setExecutionExceptionHandler(new Failure());
    }

    /** Without a verb: which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
