package org.cosmofab.agent.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cosmofab.agent.analysis.UnreadableProgram.Kind;
import org.cosmofab.bridge.gcode.Preflight;

/** A file that should be a program; read in pieces, so that its size does not matter. */
public final class ProgramFile {
    private static final int PIECE_BYTES = 1 << 16;
    private static final int BEGINNING_BYTES = 1 << 20;

    private final Path path;
    private final byte[] beginning;

    private ProgramFile(Path path, byte[] beginning) {
        this.path = path;
        this.beginning = beginning;
    }

    /**
     * Looks at the beginning of a file.
     *
     * @throws UnreadableProgram if it is not there, is empty or is not text
     */
    public static ProgramFile open(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableProgram(Kind.NO_FILE, path + " does not exist; give the file with the G-code");
        }
        if (Files.isDirectory(path)) {
            throw new UnreadableProgram(Kind.NO_FILE, path + " is a folder; give the file with the G-code");
        }
        ProgramFile file = new ProgramFile(path, beginningOf(path));
        file.requireText();
        return file;
    }

    private static byte[] beginningOf(Path path) {
        try (InputStream source = Files.newInputStream(path)) {
            return source.readNBytes(BEGINNING_BYTES);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static UnreadableProgram unreadable(Path path, IOException e) {
        return new UnreadableProgram(Kind.NO_FILE, path + " cannot be read: " + e);
    }

    private void requireText() {
        if (beginning.length == 0) {
            throw new UnreadableProgram(Kind.NO_PROGRAM, path + " is empty; export the G-code again");
        }
        if (beginsWith("GCDE")) {
            throw new UnreadableProgram(
                    Kind.NO_PROGRAM,
                    path + " is binary G-code; export it as plain text (in PrusaSlicer: binary_gcode = 0)");
        }
        if (beginsWith("PK")) {
            throw new UnreadableProgram(
                    Kind.NO_PROGRAM, path + " is an archive, such as a 3MF project; slice it, and give the G-code");
        }
        for (int i = 0; i < beginning.length; i++) {
            if (beginning[i] == 0) {
                throw new UnreadableProgram(
                        Kind.NO_PROGRAM,
                        path + " is not text: byte 0 at offset " + i
                                + "; give the G-code, not the model or an archive");
            }
        }
    }

    private boolean beginsWith(String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            if (i >= beginning.length || beginning[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** For what the program seems to be written, by its first megabyte. */
    public Preflight.Guess guess() {
        return Preflight.guess(beginning, beginning.length);
    }

    /**
     * Reads all of it.
     *
     * @throws UnreadableProgram if reading fails half way
     */
    public Preflight.Report read(Preflight preflight) {
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream source = Files.newInputStream(path)) {
            for (int count = source.read(piece); count >= 0; count = source.read(piece)) {
                preflight.read(piece, count);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        return preflight.finish();
    }
}
