package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;

/** What a person is told when a verb cannot do its work: the place and the cause, without our insides. */
final class Failure implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("Cosmofab cannot " + command.getCommandName() + ": " + words(e));
        err.flush();
        return 1;
    }

    /** The innermost cause that says something. */
    static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AccessDeniedException) {
            return place(cause) + " may not be written by you; choose another folder with --data DIR";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return place(cause) + " is a file, not a folder; choose another with --data DIR";
        }
        if (cause instanceof IOException && failure.getMessage() != null && cause != failure) {
            return failure.getMessage() + " (" + said(cause) + ")";
        }
        return said(cause);
    }

    private static String place(Throwable cause) {
        return ((FileSystemException) cause).getFile();
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
