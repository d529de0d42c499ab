package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile.Kind;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Sanitised;
import org.cosmofab.bridge.gcode.Sanitiser;
import org.cosmofab.bridge.journal.JournalFolder;
import org.cosmofab.bridge.journal.JournalUnavailable;
import org.cosmofab.bridge.journal.LineRecord;
import org.cosmofab.bridge.resume.Queues;
import org.cosmofab.bridge.resume.ResumePlan;
import org.cosmofab.bridge.resume.Resumption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where a run that broke off could go on. Starts nothing. */
@Command(
        name = "resume",
        description = "Shows where a run that broke off could go on; a person judges, nothing is started.",
        mixinStandardHelpOptions = true)
final class ResumeVerb implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--journal", required = true, description = "The agent's data directory.")
    private Path journal = Path.of("");

    @Option(names = "--attempt", description = "Which attempt; without it, those that are kept are listed.")
    private @Nullable String attempt;

    @Option(names = "--kind", description = "print, laser or mill; needed for a program that is not a print.")
    private @Nullable String kind;

    @Option(names = "--planner", description = "Moves that the board holds, if it is built with another number.")
    private int planner;

    @Option(names = "--out", description = "File to write the resume program to.")
    private @Nullable Path out;

    @Option(names = "--dismiss", description = "Forgets the attempt's lines instead.")
    private boolean dismiss;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The program that ran, byte for byte.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Path lines = Files.isDirectory(journal.resolve("lines")) ? journal.resolve("lines") : journal;
        try (JournalFolder folder = new JournalFolder(lines)) {
            if (attempt == null) {
                return list(folder);
            }
            return dismiss ? dismiss(folder, attempt) : show(folder, attempt);
        } catch (IllegalArgumentException | JournalUnavailable e) {
            spec.commandLine().getErr().println("cosmofab resume: " + e.getMessage());
            return spec.exitCodeOnInvalidInput();
        }
    }

    private int list(JournalFolder folder) {
        for (LineRecord kept : folder.kept()) {
            print(kept.heading().attempt() + "  " + kept.heading().machine() + "  "
                    + kept.position().acknowledged() + " of " + kept.heading().lines() + " lines acknowledged, "
                    + kept.position().sent() + " sent, program "
                    + kept.heading().programHash());
        }
        return 0;
    }

    private int dismiss(JournalFolder folder, String id) {
        if (!folder.dismiss(id)) {
            throw new IllegalArgumentException("no lines of " + id + " are kept; leave --attempt out to see which are");
        }
        print("forgotten: " + id);
        return 0;
    }

    private int show(JournalFolder folder, String id) {
        LineRecord record = folder.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no lines of " + id + " are kept in " + journal + "; leave --attempt out to see which are"));
        SafeProgram program = program(record);
        Kind machine = kind(program.dialect());
        Queues queues = Queues.of(program.dialect());
        ResumePlan plan =
                Resumption.plan(program, record.position(), machine, planner > 0 ? queues.withMoves(planner) : queues);
        return plan.fold(possible -> show(record, possible), none -> {
            print("No plan: " + none.why() + ".");
            return 1;
        });
    }

    private int show(LineRecord record, ResumePlan.Possible plan) {
        print("Attempt " + record.heading().attempt() + " on "
                + record.heading().machine() + ": "
                + record.position().acknowledged() + " of " + record.heading().lines() + " lines acknowledged, "
                + record.position().sent() + " sent.");
        print("It could go on at line " + plan.line() + " of the file; " + plan.overlap()
                + " lines from there were sent already.");
        print("Nobody but a person can know, and must see to, before it does:");
        plan.unknown().forEach(sentence -> print("  - " + sentence));
        print("It would begin with:");
        plan.prologue().forEach(line -> print("  " + line));
        if (out == null) {
            print("With --out FILE the whole program is written, to be ordered like any other. Nothing was started.");
            return 0;
        }
        try {
            Files.write(out, plan.program().toBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write --out " + out + ": " + e, e);
        }
        print("Written to " + out + ", to be ordered like any other program. Nothing was started.");
        return 0;
    }

    private SafeProgram program(LineRecord record) {
        if (file == null) {
            throw new IllegalArgumentException(
                    "say which FILE ran; its SHA-256 is " + record.heading().programHash());
        }
        byte[] bytes = bytes(file);
        if (!sha256(bytes).equals(record.heading().programHash())) {
            throw new IllegalArgumentException(file + " is not the program that ran: that one's SHA-256 is "
                    + record.heading().programHash() + ", its own is " + sha256(bytes));
        }
        Dialect dialect = Dialect.valueOf(record.heading().dialect().toUpperCase(Locale.ROOT));
        return Sanitiser.sanitise(bytes, dialect).fold(Sanitised.Safe::program, refused -> {
            throw new IllegalArgumentException(file + ", line " + refused.line() + ": " + refused.detail());
        });
    }

    private Kind kind(Dialect dialect) {
        String word = kind == null ? dialect == Dialect.MARLIN ? "print" : "" : kind;
        return switch (word) {
            case "print" -> Kind.FDM_PRINTER;
            case "laser" -> Kind.LASER;
            case "mill" -> Kind.MILL;
            default ->
                throw new IllegalArgumentException("say --kind laser or --kind mill; a mill is approached from above");
        };
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void print(String line) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(line);
        writer.flush();
    }
}
